package org.metricgateway.http;

import java.util.List;
import org.metricgateway.config.Settings;
import org.metricgateway.metric.Body;
import org.metricgateway.metric.KairosPoints;
import org.metricgateway.metric.KairosQuery;
import org.metricgateway.metric.Mentions;
import org.metricgateway.routing.KairosOperation;
import org.metricgateway.routing.Operation;

/** The metrics of a KairosDB request: in its URL, or in its body. */
final class KairosMetrics implements MetricReader {

    private final Settings.Limits limits;
    private final Inflater inflater;

    KairosMetrics(Settings.Limits limits, Inflater inflater) {
        this.limits = limits;
        this.inflater = inflater;
    }

    @Override
    public List<String> namesIn(Received received) {
        Operation operation = received.operation();
        if (operation == KairosOperation.METRIC) {
            return List.of(QueryString.decode(MetricPath.nameIn(received.path()).replace("+", "%2B")));
        }
        return operation == KairosOperation.INDEX ? parameter(received, "metric") : inBody(received, operation);
    }

    private static List<String> parameter(Received received, String name) {
        String value = QueryString.parameter(received.query(), name);
        return value == null || value.isEmpty() ? List.of() : List.of(value);
    }

    private List<String> inBody(Received received, Operation operation) {
        Codings.refuseUnknown(received);
        Body body = bodyOf(received, operation);
        if (body == null) {
            return List.of();
        }
        Mentions mentions = operation == KairosOperation.WRITE
                ? KairosPoints.read(body.open(), limits)
                : KairosQuery.read(body, limits);
        received.contents(Contents.of(mentions, body));
        return mentions.names();
    }

    /** Null where the URL should have a query but has none: the database has its own words for that. */
    private Body bodyOf(Received received, Operation operation) {
        if (operation == KairosOperation.QUERY && !received.method().name().equals("POST")) {
            String query = QueryString.parameter(received.query(), "query");
            return query == null ? null : new TextBody(query);
        }
        if (operation == KairosOperation.WRITE && Inflater.isGzipped(received)) {
            return inflater.inflated(received);
        }
        return new BufferBody(received.content());
    }
}
