package org.metricgateway.metric;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import org.metricgateway.config.Settings.Limits;

/**
 * Reads the body of a KairosDB query, of a query for tags or of a delete.
 *
 * <p>One that names no metric is read all the same: the database has its own words for it.
 *
 * @see <a href="https://kairosdb.github.io/docs/restapi/QueryMetrics.html">KairosDB: Query Metrics</a>
 */
public final class KairosQuery {

    /** Longer ones are no dashboard's: copying them would cost more than it saves. */
    private static final int PLAIN = 16 * 1024;

    private final JsonParser json;
    private final MetricNames limited;
    private final Elements elements;
    private boolean metrics;
    private String other;

    private KairosQuery(JsonParser json, Limits limits) {
        this.json = json;
        this.limited = MetricNames.each(limits);
        this.elements = new Elements(json, limited);
    }

    /** @throws UnreadableRequest if it is not strict JSON, ambiguous, or past a limit */
    public static Mentions read(Body body, Limits limits) {
        Mentions plain = body.length() <= PLAIN ? PlainQuery.read(body.bytes(), limits) : null;
        return plain != null ? plain : read(body.open(), limits);
    }

    /** The same, whatever it looks like. */
    static Mentions read(InputStream body, Limits limits) {
        return StrictJson.read(body, json -> new KairosQuery(json, limits).mentions());
    }

    private Mentions mentions() throws IOException {
        int from = StrictJson.start(json);
        if (json.currentToken() == JsonToken.START_OBJECT) {
            members();
        } else {
            json.skipChildren();
        }
        Span document = new Span(from, StrictJson.end(json));
        return metrics || other == null || other.isEmpty() ? elements.mentions(document) : Mentions.of(other, document);
    }

    private void members() throws IOException {
        String field;
        while ((field = json.nextFieldName()) != null) {
            json.nextToken();
            switch (field) {
                case "metrics" -> metrics();
                case "metric", "metricName" -> other = other();
                default -> json.skipChildren();
            }
        }
    }

    private void metrics() throws IOException {
        if (metrics) {
            throw second("metrics");
        }
        metrics = true;
        if (json.currentToken() == JsonToken.START_ARRAY) {
            elements.array();
        } else {
            json.skipChildren();
        }
    }

    /** The one metric of a query without {@code metrics}. */
    private String other() throws IOException {
        if (other != null) {
            throw second(json.currentName());
        }
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return limited.read(json, null);
        }
        json.skipChildren();
        return Mentions.UNNAMED;
    }

    private UnreadableRequest second(String field) {
        return UnreadableRequest.at(
                json.currentTokenLocation(), "the query has a second \"" + field + "\": leave one out");
    }
}
