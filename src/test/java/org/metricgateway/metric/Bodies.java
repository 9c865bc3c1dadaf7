package org.metricgateway.metric;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.metricgateway.config.Settings.Limits;

/** Bodies and what is read from them. */
final class Bodies {

    static final Limits LIMITS = new Limits(64 << 20, 64 << 20, 1_000, 10_000, 32 << 20, 1_000, 1_024);

    private Bodies() {}

    static Limits limits(int metrics, int metricName) {
        return new Limits(64 << 20, 64 << 20, 1_000, 10_000, 32 << 20, metrics, metricName);
    }

    static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    static Mentions query(String body) {
        return query(bytes(body));
    }

    static Mentions query(byte[] body) {
        return KairosQuery.read(new ByteArrayInputStream(body), LIMITS);
    }

    static Mentions points(String body) {
        return points(bytes(body));
    }

    static Mentions points(byte[] body) {
        return KairosPoints.read(new ByteArrayInputStream(body), LIMITS);
    }

    static String text(byte[] body, Span span) {
        return new String(body, span.from(), span.length(), StandardCharsets.UTF_8);
    }

    static String text(byte[] body, List<Span> spans) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        spans.forEach(span -> text.write(body, span.from(), span.length()));
        return text.toString(StandardCharsets.UTF_8);
    }

    static byte[] recorded(String name) {
        try (InputStream file = Bodies.class.getResourceAsStream("/kairosdb/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
