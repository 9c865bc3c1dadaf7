package org.metricgateway.support;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A request as the bytes that a {@link RawClient} sends. */
public final class Message {

    private Message() {}

    public static String get(String target, String... headers) {
        return of("GET", target, "", headers);
    }

    public static String post(String target, String body, String... headers) {
        return of("POST", target, body, headers);
    }

    private static String of(String method, String target, String body, String... headers) {
        int length = body.getBytes(StandardCharsets.ISO_8859_1).length;
        Stream<String> own = Stream.of(method + " " + target + " HTTP/1.1", "Host: gateway.test");
        Stream<String> framing = method.equals("POST") ? Stream.of("Content-Length: " + length) : Stream.empty();
        List<String> lines = Stream.of(own, framing, Stream.of(headers))
                .flatMap(part -> part)
                .toList();
        return String.join("\r\n", lines) + "\r\n\r\n" + body;
    }
}
