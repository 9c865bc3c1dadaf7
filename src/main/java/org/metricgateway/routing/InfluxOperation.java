package org.metricgateway.routing;

import java.util.List;

/**
 * What a path of the InfluxDB 1.x HTTP API asks for, and with which methods.
 *
 * @see <a href="https://docs.influxdata.com/influxdb/v1/tools/api/">InfluxDB API reference</a>
 */
public enum InfluxOperation implements Operation {
    /** Whether any group can answer. */
    PING("ping", List.of("GET", "HEAD")),
    /** By the measurements of its lines. */
    WRITE("write", List.of("POST")),
    /** The same, with {@code bucket=db/rp}. */
    WRITE_V2("write", List.of("POST")),
    /** By the measurements of its statements. */
    QUERY("query", List.of("GET", "POST")),
    /** By the buckets that it reads from. */
    FLUX("query", List.of("POST")),
    /** What concerns no measurement goes to the home group. */
    HOME("home", List.of());

    private final String word;
    private final List<String> methods;

    InfluxOperation(String word, List<String> methods) {
        this.word = word;
        this.methods = methods;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public List<String> methods() {
        return methods;
    }

    @Override
    public boolean isQuery() {
        return this == QUERY || this == FLUX;
    }

    /** Whether it brings lines. */
    public boolean isWrite() {
        return this == WRITE || this == WRITE_V2;
    }

    /** What this path asks for; null if it is none of InfluxDB's. */
    public static InfluxOperation of(String path) {
        return switch (path) {
            case "/ping", "/status", "/health" -> PING;
            case "/write" -> WRITE;
            case "/query" -> QUERY;
            case "/api/v2/write" -> WRITE_V2;
            case "/api/v2/query" -> FLUX;
            default -> null;
        };
    }
}
