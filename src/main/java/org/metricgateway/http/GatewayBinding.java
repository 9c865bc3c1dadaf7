package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.netty.http.DefaultNettyHttpBinding;
import org.apache.camel.component.netty.http.NettyHttpConfiguration;

/**
 * Between Netty's requests and Camel's messages, without making one into the other: what a client sent reaches the backend, and
 * what a backend answered reaches the client, header by header and byte by byte.
 */
public final class GatewayBinding extends DefaultNettyHttpBinding {

    @Override
    public Message toCamelMessage(FullHttpRequest request, Exchange exchange, NettyHttpConfiguration configuration) {
        Received received = (Received) request;
        received.begins(exchange);
        received.retain();
        exchange.getExchangeExtension().setStreamCacheDisabled(true);
        RequestMessage message = new RequestMessage(exchange.getContext(), received);
        message.setBody(new BufferBody(received.content()));
        return message;
    }

    /**
     * The last that Camel asks of an exchange, once for each: afterwards nobody reads what it held. (A completion of its own would
     * be looked at after every route that the exchange leaves.)
     *
     * @return null when the answer is on its way already
     */
    @Override
    public HttpResponse toNettyResponse(Message message, NettyHttpConfiguration configuration) {
        Received received = Received.of(message.getExchange());
        try {
            return received.calls().isRelayed() || received.calls().hasLeft() ? null : answer(message, received);
        } catch (RuntimeException e) {
            // An answer that cannot be built is still an answer.
            return failure(received);
        } finally {
            received.done();
        }
    }

    private static OwnAnswer failure(Received received) {
        return OwnAnswer.error(
                received.dialect(), HttpResponseStatus.INTERNAL_SERVER_ERROR, List.of("internal error"), received.id());
    }

    private static OwnAnswer answer(Message message, Received received) {
        if (message.getExchange().getException() != null) {
            return failure(received);
        }
        Integer code = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        HttpResponseStatus status = HttpResponseStatus.valueOf(code == null ? 200 : code);
        HttpHeaders headers = headers(message);
        ByteBuf body = Buffers.of(message.getBody(), received.client.alloc());
        return new OwnAnswer(status, body, AnswerDress.whole(headers, received, status.code(), body.readableBytes()));
    }

    private static HttpHeaders headers(Message message) {
        if (message instanceof AnswerMessage answer) {
            return answer.forWire();
        }
        HttpHeaders headers = new DefaultHttpHeaders();
        message.getHeaders().forEach((name, value) -> {
            boolean reflected = message instanceof RequestMessage request && request.isClients(name, value);
            if (value != null && !reflected && !LazyMessage.isCamels(name)) {
                headers.set(name, value.toString());
            }
        });
        return headers;
    }
}
