package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/**
 * A request decoder that refuses what servers have read differently: folded header lines, and a body that is both chunked and of
 * a given length.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-5.2">RFC 9112: Obsolete Line Folding</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.1">RFC 9112: Transfer-Encoding</a>
 */
final class StrictDecoder extends HttpRequestDecoder {

    static final int REQUEST_LINE = 64 * 1024;
    static final int HEADER_BLOCK = 32 * 1024;
    private static final int CHUNK = 64 * 1024;

    private boolean inHead = true;
    private boolean refused;
    private int scanned;
    private boolean lineStart;
    private boolean started;
    private boolean blankLine;

    StrictDecoder() {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(REQUEST_LINE)
                .setMaxHeaderSize(HEADER_BLOCK)
                .setMaxChunkSize(CHUNK));
    }

    /** Whether some bytes of a head have arrived, but not yet all. */
    boolean withinHead() {
        return inHead && started;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        if (refused) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (inHead && in.readableBytes() > scanned && isFolded(in)) {
            refuse(in, out);
            return;
        }
        int before = in.readableBytes();
        int messages = out.size();
        super.decode(ctx, in, out);
        scanned = Math.max(0, scanned - (before - in.readableBytes()));
        if (out.size() > messages) {
            Object last = out.get(out.size() - 1);
            inHead = last instanceof LastHttpContent;
            scanned = 0;
            lineStart = false;
            started = false;
            blankLine = false;
        }
    }

    /** In its turn among the requests on this connection, as Netty tells of other bad ones. */
    private void refuse(ByteBuf in, List<Object> out) {
        HttpMessage message = createInvalidMessage();
        message.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("obsolete line folding")));
        out.add(message);
        in.skipBytes(in.readableBytes());
        refused = true;
        started = false;
    }

    /** Whether a line of the head begins with a blank. What follows the head's blank line is a body's business. */
    private boolean isFolded(ByteBuf in) {
        int end = in.writerIndex();
        for (int i = in.readerIndex() + scanned; i < end && !blankLine; i++) {
            if (started && !lineStart) {
                // Within a line only its end counts, and Netty finds that eight bytes at a time.
                int lineEnd = in.indexOf(i, end, (byte) '\n');
                i = lineEnd < 0 ? end - 1 : lineEnd;
            }
            byte b = in.getByte(i);
            if (lineStart && (b == ' ' || b == '\t')) {
                return true;
            }
            blankLine = lineStart && started && b == '\r';
            lineStart = b == '\n';
            started |= b != '\r' && b != '\n';
        }
        scanned = in.readableBytes();
        return false;
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
    }
}
