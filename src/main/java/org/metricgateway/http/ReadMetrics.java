package org.metricgateway.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.metricgateway.config.Dialect;

/**
 * Reads which metrics a request is about, into the variable {@code metrics}: from the header {@code X-METRICNAME}, or as its
 * dialect says. A large body is read off the event loop.
 */
public final class ReadMetrics extends AsyncProcessorSupport {

    public static final String METRICS = "metrics";

    private final Map<Dialect, MetricReader> readers;
    private final LargeWork work;

    /**
     * @param edge whose limits hold for what is inflated
     * @param large reads large bodies
     */
    public ReadMetrics(Edge edge, Executor large) {
        Inflater inflater = new Inflater(edge);
        this.readers = Map.of(
                Dialect.KAIROSDB, new KairosMetrics(edge.settings().limits(), inflater),
                Dialect.INFLUXDB,
                        new InfluxMetrics(
                                new InfluxLines(edge.settings(), inflater),
                                new StatementMetrics(edge.settings()),
                                new FluxMetrics(edge.settings())));
        this.work = new LargeWork(large);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Received received = Received.of(exchange);
        return work.process(exchange, callback, LargeWork.lengthOf(received), () -> read(exchange, received));
    }

    private void read(Exchange exchange, Received received) {
        List<String> names = namesIn(received);
        received.remarks().about(names);
        exchange.setVariable(METRICS, names);
    }

    private List<String> namesIn(Received received) {
        String header = received.headers().get("X-METRICNAME");
        return header != null && !header.isBlank()
                ? List.of(header.trim())
                : readers.get(received.dialect()).namesIn(received);
    }
}
