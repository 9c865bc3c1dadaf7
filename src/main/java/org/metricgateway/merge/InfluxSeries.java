package org.metricgateway.merge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.metricgateway.metric.Span;

/**
 * One series of a result.
 *
 * @param name of its measurement; empty without one
 * @param bytes all of it
 * @param rows the bytes of each
 * @param texts what each row says; none if nobody looked
 */
public record InfluxSeries(String name, Span bytes, List<Span> rows, List<List<String>> texts) {

    static InfluxSeries read(JsonParser json, boolean withTexts) throws IOException {
        InfluxAnswer.must(json.currentToken() == JsonToken.START_OBJECT);
        int from = InfluxAnswer.start(json);
        String name = "";
        List<Span> rows = new ArrayList<>();
        List<List<String>> texts = new ArrayList<>();
        String field;
        while ((field = json.nextFieldName()) != null) {
            json.nextToken();
            if (field.equals("name")) {
                name = json.getText();
            } else if (field.equals("values") && json.currentToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    rows.add(row(json, withTexts, texts));
                }
            } else {
                json.skipChildren();
            }
        }
        return new InfluxSeries(name, new Span(from, InfluxAnswer.end(json)), rows, texts);
    }

    private static Span row(JsonParser json, boolean withTexts, List<List<String>> texts) throws IOException {
        InfluxAnswer.must(json.currentToken() == JsonToken.START_ARRAY);
        int from = InfluxAnswer.start(json);
        if (withTexts) {
            List<String> row = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                row.add(json.getText());
                json.skipChildren();
            }
            texts.add(row);
        } else {
            json.skipChildren();
        }
        return new Span(from, InfluxAnswer.end(json));
    }

    /** What stands before its first row. */
    Span head() {
        return new Span(bytes.from(), rows.isEmpty() ? bytes.to() : rows.get(0).from());
    }
}
