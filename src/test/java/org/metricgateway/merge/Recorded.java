package org.metricgateway.merge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a KairosDB 1.3.0-1 was seen to be asked and to answer. */
final class Recorded {

    private Recorded() {}

    static byte[] bytes(String name) {
        try (InputStream file = Recorded.class.getResourceAsStream("/kairosdb/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
