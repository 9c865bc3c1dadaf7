package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;

/** Makes one request of its head and the parts of its body, within the limits. */
final class Collector {

    private static final HttpRequest UNREADABLE =
            new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/api/v1/unreadable");

    private final Edge edge;
    private final ChannelHandlerContext ctx;
    private final Peer peer;
    private HttpRequest head;
    private ByteBuf body = Unpooled.EMPTY_BUFFER;
    private Refusal afterBody;
    private long received;
    private long held;
    private boolean counted;
    private boolean complete;

    Collector(Edge edge, ChannelHandlerContext ctx) {
        this.edge = edge;
        this.ctx = ctx;
        this.peer = Peer.of(ctx.channel().remoteAddress(), edge.settings().trustedProxies());
    }

    /** Whether a head has arrived, but not yet all of its body. */
    boolean isReading() {
        return head != null;
    }

    boolean isComplete() {
        return complete;
    }

    /** The client's address. */
    String client() {
        return peer.address();
    }

    Refusal begin(HttpRequest request) {
        head = request;
        Refusal refusal = edge.headCheck().refusalOf(request);
        if (refusal != null) {
            return refusal;
        }
        counted = edge.requests().take(1);
        if (!counted) {
            afterBody = Refusal.NO_REQUEST;
        }
        complete(request);
        return null;
    }

    /** What a client of HTTP/1.0 need not say, and what ends here. */
    private void complete(HttpRequest request) {
        if (!request.headers().contains(HttpHeaderNames.HOST)) {
            request.headers()
                    .set(HttpHeaderNames.HOST, Peer.authority(ctx.channel().localAddress()));
        }
        if (HttpUtil.is100ContinueExpected(request)) {
            ctx.writeAndFlush(new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
        }
        request.headers().remove(HttpHeaderNames.EXPECT);
    }

    /** Takes the content over. */
    Refusal add(HttpContent content) {
        ByteBuf part = content.content();
        int length = part.readableBytes();
        received += length;
        if (head == null
                || content.decoderResult().isFailure()
                || received > edge.limits().body()) {
            content.release();
            return head == null
                    ? null
                    : received > edge.limits().body()
                            ? edge.headCheck().tooLarge()
                            : HeadCheck.unreadable(content.decoderResult().cause());
        }
        if (afterBody == null && length > 0 && !edge.bytes().take(length)) {
            afterBody = Refusal.NO_BYTES;
            dropBody();
        }
        if (afterBody != null || length == 0) {
            content.release();
        } else {
            held += length;
            body = Gathering.join(ctx.channel(), body, part);
        }
        return content instanceof LastHttpContent ? end() : null;
    }

    private Refusal end() {
        complete = afterBody == null;
        return afterBody;
    }

    private void dropBody() {
        body.release();
        body = Unpooled.EMPTY_BUFFER;
    }

    /** The request that is complete. */
    Received take() {
        Received request = received(head, body);
        reset();
        return request;
    }

    /** What is known of a request that will not be completed; its body is dropped. */
    Received abandon() {
        dropBody();
        Received request = received(head == null ? UNREADABLE : head, Unpooled.EMPTY_BUFFER);
        reset();
        return request;
    }

    private Received received(HttpRequest request, ByteBuf content) {
        Received made = new Received(request, content, ctx.channel(), peer, System.nanoTime());
        made.identify(edge.requestId(request.headers()));
        made.lease().begin(held, counted);
        return made;
    }

    private void reset() {
        head = null;
        body = Unpooled.EMPTY_BUFFER;
        afterBody = null;
        received = 0;
        held = 0;
        counted = false;
        complete = false;
    }
}
