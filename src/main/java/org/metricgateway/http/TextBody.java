package org.metricgateway.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.metricgateway.metric.Body;

/** Text as a body, in UTF-8. */
final class TextBody implements Body {

    private final byte[] bytes;

    TextBody(String text) {
        this(text.getBytes(StandardCharsets.UTF_8));
    }

    TextBody(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int length() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
