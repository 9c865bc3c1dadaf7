package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.metricgateway.backend.ProbeAnswer;
import org.metricgateway.backend.Signs;

/** The answer to one probe, as it arrives. */
final class ProbeReading {

    /** More of a body is not read. */
    private static final int BODY = 64 * 1024;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private HttpResponse head;
    private boolean whole;

    boolean isBegun() {
        return head != null;
    }

    /** @return whether this is enough */
    boolean add(HttpObject message) {
        if (message instanceof HttpResponse arrived) {
            head = arrived.status().codeClass() == HttpStatusClass.INFORMATIONAL ? null : arrived;
        }
        if (head == null || !(message instanceof HttpContent content)) {
            return false;
        }
        add(content.content());
        whole = content instanceof LastHttpContent;
        return whole || body.size() >= BODY;
    }

    private void add(ByteBuf bytes) {
        int length = Math.min(bytes.readableBytes(), BODY - body.size());
        body.writeBytes(ByteBufUtil.getBytes(bytes, bytes.readerIndex(), length));
    }

    /** Whether another answer can follow on its connection. */
    boolean leavesConnection() {
        return whole && HttpUtil.isKeepAlive(head);
    }

    ProbeAnswer answer() {
        return new ProbeAnswer(
                head.status().code(),
                head.headers().contains(Signs.REDIRECT),
                head.headers().contains(HttpHeaderNames.RETRY_AFTER),
                body.toString(StandardCharsets.UTF_8));
    }
}
