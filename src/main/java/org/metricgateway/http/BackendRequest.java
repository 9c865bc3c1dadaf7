package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.metricgateway.backend.Backend;

/** The client's request as a backend gets it: the client's end-to-end headers, and the route's changes. */
final class BackendRequest {

    private static final Set<String> LOGIN = Set.of("u", "p");

    private BackendRequest() {}

    /** Its body is a reference of its own, released when it is written. */
    static FullHttpRequest of(Exchange exchange, Received received, Backend backend) {
        Message message = exchange.getMessage();
        RequestMessage request = RequestMessage.of(message, received);
        HttpHeaders headers = request.forWire();
        EndToEnd.only(headers);
        received.peer().introduce(headers);
        HttpMethod method = request.isCopied()
                ? HttpMethod.valueOf(message.getHeader(Exchange.HTTP_METHOD, String.class))
                : received.method();
        ByteBuf body = Buffers.of(message.getBody(), received.client.alloc());
        if (body.isReadable() || headers.contains(HttpHeaderNames.CONTENT_LENGTH) || method.equals(HttpMethod.POST)) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        }
        headers.set(HttpHeaderNames.HOST, backend.url().getRawAuthority());
        headers.set(EndToEnd.REQUEST_ID, received.id());
        headers.add(HttpHeaderNames.VIA, AnswerDress.VIA);
        if (Collected.of(exchange) != null) {
            headers.set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.IDENTITY);
        }
        GroupHeaders.set(headers, backend.group());
        String uri = uri(request, received, backend);
        return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, uri, body, headers, EmptyHttpHeaders.INSTANCE);
    }

    private static String uri(RequestMessage request, Received received, Backend backend) {
        boolean ownLogin = backend.group().login().isPresent() && received.query() != null;
        if (!request.isCopied()
                && backend.basePath().isEmpty()
                && received.uri().startsWith("/")
                && !ownLogin) {
            return received.uri();
        }
        String path = request.getHeader(Exchange.HTTP_PATH, String.class);
        String sent = request.getHeader(Exchange.HTTP_RAW_QUERY, String.class);
        // InfluxDB would take a client's login in the URL for better than the group's in the header.
        String query = ownLogin && sent != null ? QueryString.without(sent, LOGIN) : sent;
        return backend.basePath() + path + (query == null ? "" : "?" + query);
    }
}
