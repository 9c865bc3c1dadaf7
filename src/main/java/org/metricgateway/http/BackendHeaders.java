package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.metricgateway.backend.Backend;

/** What every request to one backend carries, whoever sent it, as bytes that are made once. */
final class BackendHeaders {

    private final Backend backend;
    private final GroupHeaders group;
    private final byte[] lines;

    /** @param group its group's */
    BackendHeaders(Backend backend, GroupHeaders group) {
        this.backend = backend;
        this.group = group;
        this.lines = lines();
    }

    private byte[] lines() {
        ByteBuf bytes = Unpooled.buffer();
        HeadWriter writer = new HeadWriter(bytes);
        writer.line(HttpHeaderNames.HOST, backend.url().getRawAuthority());
        group.write(writer);
        if (!group.has(HttpHeaderNames.VIA)) {
            writer.line(HttpHeaderNames.VIA, AnswerDress.VIA);
        }
        return ByteBufUtil.getBytes(bytes);
    }

    Backend backend() {
        return backend;
    }

    GroupHeaders group() {
        return group;
    }

    /** Whole header lines. */
    byte[] bytes() {
        return lines;
    }
}
