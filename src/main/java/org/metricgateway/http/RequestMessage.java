package org.metricgateway.http;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;

/** A client's request, as the routes see it: its headers, and {@code CamelHttpMethod}, {@code -Path}, {@code -RawQuery}. */
final class RequestMessage extends LazyMessage {

    private static final List<String> CONTROLS =
            List.of(Exchange.HTTP_METHOD, Exchange.HTTP_PATH, Exchange.HTTP_RAW_QUERY, Exchange.HTTP_URI);

    private final Received request;

    RequestMessage(CamelContext context, Received request) {
        super(context, request.headers());
        this.request = request;
    }

    /** The message itself, or where a step of a route put another kind in its place, one with the same headers and body. */
    static RequestMessage of(Message message, Received received) {
        if (message instanceof RequestMessage request) {
            return request;
        }
        RequestMessage request = new RequestMessage(message.getExchange().getContext(), received);
        request.copyFrom(message);
        return request;
    }

    @Override
    Object control(String name) {
        return switch (name) {
            case Exchange.HTTP_METHOD -> request.method().name();
            case Exchange.HTTP_PATH -> request.path();
            case Exchange.HTTP_RAW_QUERY -> request.query();
            case Exchange.HTTP_URI -> request.uri();
            default -> null;
        };
    }

    @Override
    List<String> controls() {
        return CONTROLS;
    }

    /** Whether this header is what the client sent: no answer's business. */
    boolean isClients(String name, Object value) {
        return value != null && request.headers().contains(name, value.toString(), false) || value instanceof Iterable;
    }

    @Override
    public DefaultMessage newInstance() {
        return new RequestMessage(getCamelContext(), request);
    }
}
