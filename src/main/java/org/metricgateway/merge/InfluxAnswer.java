package org.metricgateway.merge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.metricgateway.metric.Span;

/**
 * What one InfluxDB answered to statements: one JSON document, or, in chunks, one after the other.
 *
 * @param results in their order; a statement has several where the answer comes in chunks
 */
public record InfluxAnswer(List<InfluxResult> results) {

    private static final int LONGEST_TEXT = 100_000_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    /** How much of it is looked at. */
    public enum Detail {
        /** Where each result is, and whether it is an error. */
        RESULTS,
        /** Where each series and row is, too. */
        ROWS,
        /** What the rows say, too. */
        TEXTS
    }

    /** @throws NotAnAnswer if it is not what InfluxDB answers */
    public static InfluxAnswer read(InputStream answer, Detail detail) {
        try (JsonParser json = JSON.createParser(answer)) {
            List<InfluxResult> results = new ArrayList<>();
            while (json.nextToken() != null) {
                document(json, detail, results);
            }
            return new InfluxAnswer(List.copyOf(results));
        } catch (IOException e) {
            throw new NotAnAnswer("is not JSON, or breaks off");
        }
    }

    private static void document(JsonParser json, Detail detail, List<InfluxResult> results) throws IOException {
        must(json.currentToken() == JsonToken.START_OBJECT);
        String field;
        while ((field = json.nextFieldName()) != null) {
            json.nextToken();
            if (field.equals("results") && json.currentToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    results.add(result(json, detail));
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private static InfluxResult result(JsonParser json, Detail detail) throws IOException {
        must(json.currentToken() == JsonToken.START_OBJECT);
        int from = start(json);
        Span id = null;
        int statement = 0;
        String error = null;
        List<InfluxSeries> series = new ArrayList<>();
        String field;
        while ((field = json.nextFieldName()) != null) {
            json.nextToken();
            if (field.equals("statement_id")) {
                statement = json.getIntValue();
                id = new Span(start(json), start(json) + json.getTextLength());
            } else if (field.equals("error")) {
                error = json.getText();
            } else if (field.equals("series") && detail != Detail.RESULTS) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    series.add(InfluxSeries.read(json, detail == Detail.TEXTS));
                }
            } else {
                json.skipChildren();
            }
        }
        must(id != null);
        return new InfluxResult(statement, new Span(from, end(json)), id, error, List.copyOf(series));
    }

    static int start(JsonParser json) {
        return Math.toIntExact(json.currentTokenLocation().getByteOffset());
    }

    static int end(JsonParser json) {
        return Math.toIntExact(json.currentLocation().getByteOffset());
    }

    static void must(boolean fits) {
        if (!fits) {
            throw new NotAnAnswer("is not {\"results\":[…]} of statements");
        }
    }
}
