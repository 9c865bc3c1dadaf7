package org.metricgateway.http;

import java.util.List;
import org.metricgateway.routing.InfluxOperation;

/** The measurements of an InfluxDB request: of its lines, or of its statements. */
final class InfluxMetrics implements MetricReader {

    private final InfluxLines lines;
    private final StatementMetrics statements;

    InfluxMetrics(InfluxLines lines, StatementMetrics statements) {
        this.lines = lines;
        this.statements = statements;
    }

    @Override
    public List<String> namesIn(Received received) {
        return received.operation() == InfluxOperation.QUERY ? statements.namesIn(received) : lines.namesIn(received);
    }
}
