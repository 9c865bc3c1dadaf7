package org.metricgateway.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.metricgateway.config.RouteBy;
import org.metricgateway.config.Settings;
import org.metricgateway.metric.InfluxQuery;
import org.metricgateway.metric.UnreadableRequest;
import org.metricgateway.routing.Concern;

/** What the statements of an InfluxDB query are about. */
final class StatementMetrics implements MetricReader {

    private final RouteBy routeBy;
    private final Settings.Limits limits;

    StatementMetrics(Settings settings) {
        this.routeBy = settings.routeBy();
        this.limits = settings.limits();
    }

    @Override
    public List<String> namesIn(Received received) {
        InfluxForm form = InfluxForm.of(received);
        Concern concern = new Concern(routeBy, form.value("db"), form.value("rp"));
        InfluxQuery query = InfluxQuery.of(form.value("q"));
        received.contents(Contents.of(new Statements(query, form, concern)));
        List<String> names = concern.names(query);
        if (names.size() > limits.metrics()) {
            throw new UnreadableRequest("the request names more than " + limits.metrics() + " metrics: send several");
        }
        if (names.stream().anyMatch(this::isTooLong)) {
            throw new UnreadableRequest("a metric's name is longer than " + limits.metricName() + " bytes");
        }
        return names;
    }

    private boolean isTooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > limits.metricName();
    }
}
