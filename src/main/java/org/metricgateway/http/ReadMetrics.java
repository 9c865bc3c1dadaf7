package org.metricgateway.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.Settings;

/**
 * Reads which metrics a request is about, into the variable {@code metrics}: from the header {@code X-METRICNAME}, or as its
 * dialect says. A large body is read off the event loop.
 */
public final class ReadMetrics extends AsyncProcessorSupport {

    public static final String METRICS = "metrics";

    /** About a millisecond's reading. */
    private static final int SMALL = 256 * 1024;

    private final Map<Dialect, MetricReader> readers;
    private final Executor large;

    /**
     * @param edge whose limits hold for what is inflated
     * @param large reads large bodies
     */
    public ReadMetrics(Edge edge, Executor large) {
        Settings.Limits limits = edge.settings().limits();
        this.readers = Map.of(
                Dialect.KAIROSDB, new KairosMetrics(limits, new Inflater(edge)),
                Dialect.INFLUXDB, new InfluxMetrics());
        this.large = large;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Received received = Received.of(exchange);
        if (received.content().readableBytes() <= SMALL && !Inflater.isGzipped(received)) {
            read(exchange, received);
            callback.done(true);
            return true;
        }
        large.execute(() -> {
            read(exchange, received);
            received.client.eventLoop().execute(() -> callback.done(false));
        });
        return false;
    }

    private void read(Exchange exchange, Received received) {
        try {
            List<String> names = namesIn(received);
            received.remarks().about(names);
            exchange.setVariable(METRICS, names);
        } catch (RuntimeException e) {
            exchange.setException(e);
        }
    }

    private List<String> namesIn(Received received) {
        String header = received.headers().get("X-METRICNAME");
        return header != null && !header.isBlank()
                ? List.of(header.trim())
                : readers.get(received.dialect()).namesIn(received);
    }
}
