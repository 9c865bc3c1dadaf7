package org.metricgateway.http;

import java.util.List;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.RouteBy;
import org.metricgateway.config.Settings;
import org.metricgateway.metric.Body;
import org.metricgateway.metric.LineNames;
import org.metricgateway.metric.UnreadableRequest;
import org.metricgateway.routing.Concern;
import org.metricgateway.routing.InfluxOperation;
import org.metricgateway.routing.Ownership;

/** What an InfluxDB write is routed by: the measurements of its lines, or its database. */
final class InfluxLines implements MetricReader {

    private final Settings settings;
    private final Inflater inflater;
    private final boolean sole;

    InfluxLines(Settings settings, Inflater inflater) {
        this.settings = settings;
        this.inflater = inflater;
        this.sole = Ownership.of(settings, Dialect.INFLUXDB).sole().isPresent();
    }

    @Override
    public List<String> namesIn(Received received) {
        if (sole) {
            return List.of();
        }
        return settings.routeBy() == RouteBy.DATABASE ? database(received) : measurements(received);
    }

    private List<String> measurements(Received received) {
        Codings.refuseUnknownEncoding(received);
        Body body = bodyOf(received, inflater);
        if (body == null) {
            return List.of();
        }
        LineNames names = settings.mode() == Settings.Mode.SIMPLE
                ? LineNames.first(body, settings.limits())
                : LineNames.read(body, settings.limits());
        received.contents(Contents.of(names, body));
        return names.names();
    }

    /** Null if it cannot be inflated: the database has its own words for that. */
    static Body bodyOf(Received received, Inflater inflater) {
        if (!Inflater.isGzipped(received)) {
            return new BufferBody(received.content());
        }
        try {
            return inflater.inflated(received);
        } catch (UnreadableRequest e) {
            return null;
        }
    }

    /** {@code db}, or {@code db.rp} where it names a retention policy. */
    private static List<String> database(Received received) {
        if (received.operation() == InfluxOperation.WRITE_V2) {
            String[] bucket = parameter(received, "bucket").split("/", 2);
            return named(Concern.name(bucket[0], bucket.length > 1 ? bucket[1] : ""));
        }
        String database = parameter(received, "db");
        return named(database.isEmpty() ? "" : Concern.name(database, parameter(received, "rp")));
    }

    private static String parameter(Received received, String name) {
        String value = QueryString.parameter(received.query(), name);
        return value == null ? "" : value;
    }

    private static List<String> named(String database) {
        return database.isEmpty() ? List.of() : List.of(database);
    }
}
