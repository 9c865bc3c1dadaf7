package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;

/**
 * A response encoder that knows when a request was HEAD, whose answer has a head only, whatever its headers promise. A small whole
 * answer leaves as one buffer: that costs the system a plain write, and Netty one promise instead of three.
 */
final class AnswerEncoder extends HttpResponseEncoder {

    /** To copy more would cost more than it saves. */
    static final int SMALL = 8 * 1024;

    /** What most heads fit in. */
    private static final int HEAD = 512;

    private boolean head;

    void answersHead(boolean isHead) {
        head = isHead;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof OwnAnswer answer && answer.content().readableBytes() <= SMALL) {
            ctx.write(bytes(ctx, answer), promise);
        } else {
            super.write(ctx, message, promise);
        }
    }

    private ByteBuf bytes(ChannelHandlerContext ctx, OwnAnswer answer) throws Exception {
        ByteBuf bytes = ctx.alloc().buffer(HEAD + answer.content().readableBytes());
        boolean complete = false;
        try {
            boolean bodiless = isContentAlwaysEmpty(answer);
            encodeInitialLine(bytes, answer);
            sanitizeHeadersBeforeEncode(answer, bodiless);
            encodeHeaders(answer.headers(), bytes);
            bytes.writeShort(HeadWriter.LINE_END);
            if (!bodiless) {
                bytes.writeBytes(answer.content());
            }
            complete = true;
            return bytes;
        } finally {
            answer.release();
            if (!complete) {
                bytes.release();
            }
        }
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse answer) {
        return head || super.isContentAlwaysEmpty(answer);
    }
}
