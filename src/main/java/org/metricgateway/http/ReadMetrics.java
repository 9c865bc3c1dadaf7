package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.metricgateway.config.Settings;
import org.metricgateway.metric.Body;
import org.metricgateway.metric.KairosPoints;
import org.metricgateway.metric.KairosQuery;
import org.metricgateway.metric.Mentions;
import org.metricgateway.routing.KairosOperation;

/**
 * Reads which metrics a request is about, into the variable {@code metrics}: from the header {@code X-METRICNAME}, the URL, or the
 * body. A large body is read off the event loop.
 */
public final class ReadMetrics extends AsyncProcessorSupport {

    public static final String METRICS = "metrics";

    /** About a millisecond's reading. */
    private static final int SMALL = 256 * 1024;

    private final Settings.Limits limits;
    private final Inflater inflater;
    private final Executor large;

    /**
     * @param edge whose limits hold for what is inflated
     * @param large reads large bodies
     */
    public ReadMetrics(Edge edge, Executor large) {
        this.limits = edge.settings().limits();
        this.inflater = new Inflater(edge);
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
        if (header != null && !header.isBlank()) {
            return List.of(header.trim());
        }
        KairosOperation operation = received.operation();
        return switch (operation) {
            case METRIC ->
                List.of(QueryString.decode(MetricPath.nameIn(received.path()).replace("+", "%2B")));
            case INDEX -> parameter(received, "metric");
            default -> inBody(received, operation);
        };
    }

    private static List<String> parameter(Received received, String name) {
        String value = QueryString.parameter(received.query(), name);
        return value == null || value.isEmpty() ? List.of() : List.of(value);
    }

    private List<String> inBody(Received received, KairosOperation operation) {
        Codings.refuseUnknown(received);
        Body body = bodyOf(received, operation);
        if (body == null) {
            return List.of();
        }
        InputStream bytes = body.open();
        Mentions mentions =
                operation == KairosOperation.WRITE ? KairosPoints.read(bytes, limits) : KairosQuery.read(bytes, limits);
        received.mentions(mentions, body);
        return mentions.names();
    }

    /** Null where the URL should have a query but has none: the database has its own words for that. */
    private Body bodyOf(Received received, KairosOperation operation) {
        ByteBuf content = received.content();
        if (operation == KairosOperation.QUERY && !received.method().name().equals("POST")) {
            String query = QueryString.parameter(received.query(), "query");
            return query == null ? null : new TextBody(query);
        }
        if (operation == KairosOperation.WRITE && Inflater.isGzipped(received)) {
            return inflater.inflated(received);
        }
        return new BufferBody(content);
    }
}
