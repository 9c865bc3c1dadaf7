package org.metricgateway.metric;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.metricgateway.config.Settings.Limits;

/** Reads the names of metrics: as long and as many as the limits allow. */
final class MetricNames {

    private final Limits limits;
    private final Map<String, String> known;
    private int count;

    private MetricNames(Limits limits, Map<String, String> known) {
        this.limits = limits;
        this.known = known;
    }

    /** Each element counts: each is work for a database. */
    static MetricNames each(Limits limits) {
        return new MetricNames(limits, null);
    }

    /** Each name counts once: a collector sends thousands of points of a few metrics. */
    static MetricNames distinct(Limits limits) {
        return new MetricNames(limits, new HashMap<>());
    }

    /**
     * Reads the value at which the parser stands, as KairosDB takes it: also a number or a boolean is a name.
     *
     * @param previous what this element was named before, if it was
     * @return {@link Mentions#UNNAMED} for null
     */
    String read(JsonParser json, String previous) throws IOException {
        if (previous != null) {
            throw refusal(json, "a metric has a second \"name\": leave one out");
        }
        if (!json.currentToken().isScalarValue()) {
            throw refusal(json, "a metric's \"name\" must be a string");
        }
        return json.currentToken() == JsonToken.VALUE_NULL ? Mentions.UNNAMED : checked(json, json.getText());
    }

    /** Counts one element. */
    void count(JsonParser json, String name) {
        boolean isNew = known == null || name.isEmpty() || known.putIfAbsent(name, name) == null;
        if (isNew && ++count > limits.metrics()) {
            throw refusal(json, "the request names more than " + limits.metrics() + " metrics: send several");
        }
    }

    private String checked(JsonParser json, String name) {
        if (longer(name)) {
            throw refusal(json, "a metric's name is longer than " + limits.metricName() + " bytes");
        }
        return known == null ? name : known.getOrDefault(name, name);
    }

    private boolean longer(String name) {
        // A char is three bytes of UTF-8 at most.
        return 3L * name.length() > limits.metricName()
                && name.getBytes(StandardCharsets.UTF_8).length > limits.metricName();
    }

    private static UnreadableRequest refusal(JsonParser json, String message) {
        return UnreadableRequest.at(json.currentTokenLocation(), message);
    }
}
