package org.metricgateway.http;

import java.util.List;
import org.metricgateway.routing.InfluxOperation;

/** The measurements of an InfluxDB request: of its lines, its statements or its buckets. */
final class InfluxMetrics implements MetricReader {

    private final InfluxLines lines;
    private final StatementMetrics statements;
    private final FluxMetrics flux;

    InfluxMetrics(InfluxLines lines, StatementMetrics statements, FluxMetrics flux) {
        this.lines = lines;
        this.statements = statements;
        this.flux = flux;
    }

    @Override
    public List<String> namesIn(Received received) {
        return switch ((InfluxOperation) received.operation()) {
            case QUERY -> statements.namesIn(received);
            case FLUX -> flux.namesIn(received);
            default -> lines.namesIn(received);
        };
    }
}
