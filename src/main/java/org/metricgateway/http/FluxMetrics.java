package org.metricgateway.http;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.RouteBy;
import org.metricgateway.config.Settings;
import org.metricgateway.metric.UnreadableRequest;
import org.metricgateway.routing.Ownership;

/**
 * The databases that a Flux query reads from, where its buckets are written out. Its measurements cannot be told.
 *
 * @see <a href="https://docs.influxdata.com/influxdb/v1/tools/api/#apiv2query-http-endpoint">InfluxDB: /api/v2/query</a>
 */
final class FluxMetrics implements MetricReader {

    private static final String AUTOGEN = "/autogen";

    /** Also as a string in JSON, where quotes have backslashes. */
    private static final Pattern BUCKET = Pattern.compile("\\bbucket\\s*:\\s*\\\\?\"([^\"\\\\]*)\\\\?\"");

    private static final Pattern ANY = Pattern.compile("\\bbucket(ID)?\\s*:");

    private final RouteBy routeBy;
    private final Ownership ownership;

    FluxMetrics(Settings settings) {
        this.routeBy = settings.routeBy();
        this.ownership = Ownership.of(settings, Dialect.INFLUXDB);
    }

    @Override
    public List<String> namesIn(Received received) {
        if (ownership.groups().size() == 1) {
            return List.of();
        }
        if (routeBy == RouteBy.MEASUREMENT) {
            throw new UnreadableRequest(
                    "which measurements a Flux query reads cannot be told, and several groups have some:"
                            + " use InfluxQL, or ask a database itself");
        }
        return buckets(new BufferBody(received.content()).toString());
    }

    private List<String> buckets(String flux) {
        List<String> names = new ArrayList<>();
        Matcher bucket = BUCKET.matcher(flux);
        while (bucket.find()) {
            String name = bucket.group(1);
            names.add(
                    name.endsWith(AUTOGEN)
                            ? name.substring(0, name.length() - AUTOGEN.length())
                            : name.replaceFirst("/", "."));
        }
        int all = 0;
        for (Matcher any = ANY.matcher(flux); any.find(); ) {
            all++;
        }
        long owners = names.stream().map(ownership.owners()::find).distinct().count();
        if (names.isEmpty() || all > names.size() || owners > 1) {
            throw new UnreadableRequest(
                    "a Flux query must name buckets of one group, written out: from(bucket: \"db/rp\")");
        }
        return names;
    }
}
