package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufUtil;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.metricgateway.metric.Body;

/**
 * A Netty buffer as a body. It does not own the buffer: the {@link Received} request does, and releases it when it is over.
 */
final class BufferBody implements Body {

    private final ByteBuf buffer;

    BufferBody(ByteBuf buffer) {
        this.buffer = buffer;
    }

    ByteBuf buffer() {
        return buffer;
    }

    @Override
    public int length() {
        return buffer.readableBytes();
    }

    @Override
    public InputStream open() {
        return new ByteBufInputStream(buffer.duplicate());
    }

    @Override
    public byte[] bytes() {
        return ByteBufUtil.getBytes(buffer);
    }

    /** As text, for a route that wants to look at it. */
    @Override
    public String toString() {
        return buffer.toString(StandardCharsets.UTF_8);
    }
}
