package org.metricgateway.http;

import java.util.List;

/** The measurements of an InfluxDB request: of its lines, or of its statements. */
final class InfluxMetrics implements MetricReader {

    private final InfluxLines lines;

    InfluxMetrics(InfluxLines lines) {
        this.lines = lines;
    }

    @Override
    public List<String> namesIn(Received received) {
        return received.operation().isQuery() ? List.of() : lines.namesIn(received);
    }
}
