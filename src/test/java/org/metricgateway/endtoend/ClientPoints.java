package org.metricgateway.endtoend;

import java.util.Date;
import java.util.List;
import org.kairosdb.client.builder.MetricBuilder;
import org.kairosdb.client.builder.QueryBuilder;

/** Two metrics of two owners, in the words of KairosDB's Java client. */
final class ClientPoints {

    static final long START = 1_500_000_000_000L;
    static final String CPU = "cpu.client";
    static final String MEM = "mem.client";

    private ClientPoints() {}

    /** Three of the one, one of the other. */
    static MetricBuilder points(boolean compressed) {
        MetricBuilder points = MetricBuilder.getInstance();
        points.setCompression(compressed);
        points.addMetric(CPU).addTag("host", "x").addDataPoint(START, 10L).addDataPoint(START + 1000, 20.5);
        points.addMetric(CPU).addTag("host", "y").addDataPoint(START, 7L);
        points.addMetric(MEM).addTag("host", "x").addDataPoint(START, Long.MAX_VALUE);
        return points;
    }

    static QueryBuilder query(String... metrics) {
        QueryBuilder query =
                QueryBuilder.getInstance().setStart(new Date(START)).setEnd(new Date(START + 100_000));
        List.of(metrics).forEach(query::addMetric);
        return query;
    }
}
