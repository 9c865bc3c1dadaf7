package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpUtil;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.metricgateway.backend.Backend;

/**
 * The client's request as a backend gets it.
 *
 * @param bytes head and body; whoever sends it, or does not, releases them
 * @param isHead whether its answer has no body
 */
record BackendRequest(ByteBuf bytes, boolean isHead) {

    /** What most heads fit in. */
    private static final int HEAD = 1024;

    private static final Set<String> LOGIN = Set.of("u", "p");

    static BackendRequest of(Exchange exchange, Received received, BackendHeaders own) {
        Message message = exchange.getMessage();
        RequestMessage request = RequestMessage.of(message, received);
        HttpHeaders sent = request.forWire();
        HttpMethod method = request.isCopied()
                ? HttpMethod.valueOf(message.getHeader(Exchange.HTTP_METHOD, String.class))
                : received.method();
        String uri = uri(request, received, own.backend());
        ByteBuf body = Buffers.of(message.getBody(), received.client.alloc());
        boolean sized =
                body.isReadable() || sent.contains(HttpHeaderNames.CONTENT_LENGTH) || method.equals(HttpMethod.POST);
        ByteBuf out = received.client.alloc().buffer(HEAD + Math.min(body.readableBytes(), AnswerEncoder.SMALL));
        HeadWriter writer = new HeadWriter(out);
        writer.requestLine(method, uri);
        RequestHead head = new RequestHead(own, received.peer(), writer);
        head.pass(sent, Collected.of(exchange) != null);
        head.add(EndToEnd.REQUEST_ID, received.id());
        if (sized) {
            writer.line(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.readableBytes()));
        }
        writer.end();
        return new BackendRequest(join(out, body), method.equals(HttpMethod.HEAD));
    }

    /** A small body leaves with its head in one buffer: that costs the system a plain write. */
    private static ByteBuf join(ByteBuf head, ByteBuf body) {
        if (body.readableBytes() > AnswerEncoder.SMALL) {
            return head.alloc()
                    .compositeBuffer(Integer.MAX_VALUE)
                    .addFlattenedComponents(true, head)
                    .addFlattenedComponents(true, body);
        }
        head.writeBytes(body);
        body.release();
        return head;
    }

    private static String uri(RequestMessage request, Received received, Backend backend) {
        boolean ownLogin = backend.group().login().isPresent() && received.query() != null;
        if (!request.isCopied() && received.uri().startsWith("/") && !ownLogin) {
            return backend.basePath().isEmpty() ? received.uri() : backend.basePath() + received.uri();
        }
        String path = request.getHeader(Exchange.HTTP_PATH, String.class);
        String sent = request.getHeader(Exchange.HTTP_RAW_QUERY, String.class);
        // InfluxDB would take a client's login in the URL for better than the group's in the header.
        String query = ownLogin && sent != null ? QueryString.without(sent, LOGIN) : sent;
        String uri = backend.basePath() + path + (query == null ? "" : "?" + query);
        if (!HttpUtil.isEncodingSafeStartLineToken(uri)) {
            throw new IllegalArgumentException("a route made a path that no request line can carry");
        }
        return uri;
    }
}
