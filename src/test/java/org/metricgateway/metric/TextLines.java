package org.metricgateway.metric;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Text as a body that comes in pieces of a few bytes. */
public record TextLines(byte[] bytes, int step) implements Body {

    public static Body of(String text) {
        return new TextLines(text.getBytes(StandardCharsets.UTF_8), 7);
    }

    @Override
    public int length() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] into, int from, int most) {
                return super.read(into, from, Math.min(most, step));
            }
        };
    }
}
