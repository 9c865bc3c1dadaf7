package org.metricgateway.http;

/** The metric in {@code /api/v1/metric/{name}}. */
final class MetricPath {

    private static final String BEFORE = "/api/v1/metric/";

    private MetricPath() {}

    /** Percent-encoded, as in the path. */
    static String nameIn(String path) {
        String name = path.substring(BEFORE.length());
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }
}
