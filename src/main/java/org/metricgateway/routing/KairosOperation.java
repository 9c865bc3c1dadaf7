package org.metricgateway.routing;

import java.util.List;

/**
 * What a path of the KairosDB REST API asks for, and with which methods.
 *
 * @see <a href="https://kairosdb.github.io/docs/restapi/index.html">KairosDB: REST API</a>
 */
public enum KairosOperation implements Operation {
    /** A query for points or tags; by the metrics in its body. */
    QUERY("metrics", true, List.of("GET", "HEAD", "POST")),
    QUERY_TAGS("metrics", true, List.of("POST")),
    WRITE("metrics", true, List.of("POST")),
    DELETE("metrics", true, List.of("POST")),
    /** About one metric, named in the path or the query string. */
    METRIC("metrics", true, List.of("DELETE", "GET", "HEAD", "POST")),
    INDEX("metrics", true, List.of("GET", "HEAD")),
    /** Every group is asked, and the names they know become one list. */
    NAMES("names", true, List.of("GET", "HEAD")),
    /** The same everywhere: the first group that answers. */
    ANY("any", true, List.of("GET", "HEAD")),
    HEALTH_CHECK("health", true, List.of("GET", "HEAD")),
    HEALTH_STATUS("health", true, List.of("GET", "HEAD")),
    /** What concerns no metric lives in the home group. */
    HOME("home", false, List.of("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT"));

    private static final String API = "/api/v1/";

    private final String word;
    private final boolean repeatable;
    private final List<String> methods;

    KairosOperation(String word, boolean repeatable, List<String> methods) {
        this.word = word;
        this.repeatable = repeatable;
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
        return this == QUERY || this == QUERY_TAGS;
    }

    /** Whether doing it twice is the same as doing it once. */
    public boolean isRepeatable(String method) {
        return repeatable || method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    /** What this path asks for; null if it is none of KairosDB's. */
    public static KairosOperation of(String path) {
        if (!path.startsWith(API)) {
            return null;
        }
        int end = path.length() > API.length() && path.endsWith("/") ? path.length() - 1 : path.length();
        return switch (path.substring(API.length(), end)) {
            case "datapoints/query" -> QUERY;
            case "datapoints/query/tags" -> QUERY_TAGS;
            case "datapoints" -> WRITE;
            case "datapoints/delete" -> DELETE;
            case "datapoints/index" -> INDEX;
            case "metricnames", "tagnames", "tagvalues" -> NAMES;
            case "version", "features" -> ANY;
            case "health/check" -> HEALTH_CHECK;
            case "health/status" -> HEALTH_STATUS;
            default -> below(path.substring(API.length()));
        };
    }

    private static KairosOperation below(String path) {
        if (PathSegments.areAmbiguous(path)) {
            return null;
        }
        if (path.startsWith("metric/")) {
            return METRIC;
        }
        if (path.startsWith("features/")) {
            return ANY;
        }
        boolean home = path.equals("rollups")
                || path.startsWith("rollups/")
                || path.startsWith("metadata/")
                || path.startsWith("admin/");
        return home ? HOME : null;
    }
}
