package org.metricgateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Ordinary HTTP/1.1 requests. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Http() {}

    public static Answer get(String url, String... headers) {
        return send("GET", url, "", headers);
    }

    public static Answer post(String url, String body, String... headers) {
        return send("POST", url, body, headers);
    }

    public static Answer send(String method, String url, String body, String... headers) {
        return send(method, url, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** @param headers name, value, name, value, … */
    public static Answer send(String method, String url, byte[] body, String... headers) {
        return exchange(request(method, url, body, headers).build());
    }

    private static Answer exchange(HttpRequest request) {
        try {
            return answer(CLIENT.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(request + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether a GET is answered with this status, and soon; no answer is none. */
    public static boolean answers(String url, int status) {
        try {
            HttpRequest.Builder request = request("GET", url, new byte[0]);
            return exchange(request.timeout(Duration.ofSeconds(2)).build()).status() == status;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static HttpRequest.Builder request(String method, String url, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return new Answer(response.statusCode(), headers, response.body());
    }
}
