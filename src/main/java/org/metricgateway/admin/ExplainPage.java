package org.metricgateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.Groups;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.Settings;
import org.metricgateway.http.QueryString;
import org.metricgateway.http.Received;
import org.metricgateway.routing.Owners;
import org.metricgateway.routing.Plan;
import org.metricgateway.routing.Rule;

/** For each metric of a request: the rule that matches, the owner, its backends, and why. */
final class ExplainPage {

    private final Groups groups;
    private final Map<Dialect, Owners> owners = new EnumMap<>(Dialect.class);
    private final Dialect first;
    private final Settings.Mode mode;

    ExplainPage(Settings settings, Groups groups) {
        this.groups = groups;
        this.first = groups.of(Dialect.KAIROSDB).isEmpty() ? Dialect.INFLUXDB : Dialect.KAIROSDB;
        List.of(Dialect.KAIROSDB, Dialect.INFLUXDB).forEach(each -> owners.put(each, Owners.of(settings, each)));
        this.mode = settings.mode();
    }

    /** Whose rules the question is about: {@code dialect} in the query string; else KairosDB's, where there are such groups. */
    Dialect dialectOf(Received question) {
        String word = QueryString.parameter(question.query(), "dialect");
        return owners.keySet().stream()
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElse(first);
    }

    /**
     * @param dialect of the metrics
     * @param group who is asked for all of it; null if several are, or nobody
     * @param plan who is asked for what; null if nobody, or one for all
     */
    String text(Dialect dialect, List<String> metrics, String group, Plan plan) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("metrics");
            for (int i = 0; i < metrics.size(); i++) {
                write(json, Explained.of(owners.get(dialect).explain(metrics.get(i)), i, group, plan, mode));
            }
            json.writeEndArray();
            if (metrics.isEmpty()) {
                json.writeStringField("owner", group);
                json.writeStringField("why", "no metric is named: the home group, or a step of the route choose-owner");
            }
            json.writeEndObject();
        });
    }

    private void write(JsonGenerator json, Explained explained) throws IOException {
        json.writeStartObject();
        json.writeStringField("metric", explained.table().metric());
        json.writeStringField("owner", explained.owner().orElse(null));
        json.writeStringField("why", explained.why());
        rule(json, explained.table().rule());
        json.writeArrayFieldStart("backends");
        if (explained.owner().isPresent()) {
            for (Backend backend : groups.named(explained.owner().get()).backends()) {
                json.writeStartObject();
                json.writeStringField("address", backend.name());
                json.writeStringField("health", backend.health().word());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, Optional<Rule> rule) throws IOException {
        if (rule.isEmpty()) {
            json.writeNullField("rule");
            return;
        }
        json.writeObjectFieldStart("rule");
        json.writeNumberField("number", rule.get().order());
        json.writeStringField("pattern", rule.get().pattern().pattern());
        json.writeStringField("group", rule.get().group());
        json.writeEndObject();
    }
}
