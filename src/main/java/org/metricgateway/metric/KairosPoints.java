package org.metricgateway.metric;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import org.metricgateway.config.Settings.Limits;

/**
 * Reads the body of a KairosDB write: one metric with its points, or an array of them.
 *
 * @see <a href="https://kairosdb.github.io/docs/restapi/AddDataPoints.html">KairosDB: Add Data Points</a>
 */
public final class KairosPoints {

    private KairosPoints() {}

    /** @throws UnreadableRequest if it is not strict JSON, ambiguous, or past a limit */
    public static Mentions read(InputStream body, Limits limits) {
        return StrictJson.read(body, json -> mentions(json, new Elements(json, MetricNames.distinct(limits))));
    }

    private static Mentions mentions(JsonParser json, Elements elements) throws IOException {
        int from = StrictJson.start(json);
        switch (json.currentToken()) {
            case START_ARRAY -> elements.array();
            case START_OBJECT -> elements.element();
            default -> json.finishToken();
        }
        return elements.mentions(new Span(from, StrictJson.end(json)));
    }
}
