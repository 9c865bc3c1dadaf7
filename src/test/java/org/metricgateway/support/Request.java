package org.metricgateway.support;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a {@link ScriptedBackend} was sent.
 *
 * @param connection which one of the backend, counted from 1
 * @param head request line and header lines as they came, without the blank line
 * @param body without its framing
 */
public record Request(int connection, String head, byte[] body) {

    public String method() {
        return line().split(" ")[0];
    }

    /** Path and query. */
    public String target() {
        return line().split(" ")[1];
    }

    public List<String> all(String header) {
        return Wire.headers(head).getOrDefault(header.toLowerCase(Locale.ROOT), List.of());
    }

    public Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private String line() {
        return head.lines().findFirst().orElseThrow();
    }
}
