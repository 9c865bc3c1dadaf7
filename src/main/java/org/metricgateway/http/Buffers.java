package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Message bodies as Netty buffers. */
final class Buffers {

    private Buffers() {}

    /** A reference of its own, which the caller, or the encoder it is handed to, releases. */
    static ByteBuf of(Object body, ByteBufAllocator alloc) {
        if (body == null) {
            return Unpooled.EMPTY_BUFFER;
        }
        if (body instanceof BufferBody buffer) {
            return buffer.buffer().retainedDuplicate();
        }
        if (body instanceof SpansBody spans) {
            return spans.buffer(alloc);
        }
        if (body instanceof PiecesBody pieces) {
            return pieces.buffer(alloc);
        }
        if (body instanceof byte[] bytes) {
            return Unpooled.wrappedBuffer(bytes);
        }
        return Unpooled.copiedBuffer(body.toString(), StandardCharsets.UTF_8);
    }
}
