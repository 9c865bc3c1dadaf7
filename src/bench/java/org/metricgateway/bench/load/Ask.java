package org.metricgateway.bench.load;

import java.nio.charset.StandardCharsets;

/** A request that is sent again and again. */
public record Ask(String method, String path, String body) {

    public static final String QUERY = "/api/v1/datapoints/query";
    public static final String POINTS = "/api/v1/datapoints";

    public static Ask post(String path, String body) {
        return new Ask("POST", path, body);
    }

    public static Ask get(String path) {
        return new Ask("GET", path, "");
    }

    /** The same at a longer path. */
    public Ask below(String base) {
        return new Ask(method, base + path, body);
    }

    /** As it goes over the wire. */
    byte[] bytes(boolean keepAlive) {
        return ("%s %s HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n%s"
                        .formatted(method, path, body.length(), keepAlive ? "" : "Connection: close\r\n", body))
                .getBytes(StandardCharsets.UTF_8);
    }
}
