package org.metricgateway.merge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a database says went wrong: KairosDB in {@code {"errors":["…"]}}, InfluxDB in {@code {"error":"…"}}. */
public final class Errors {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_TEXT = 1_000;

    private Errors() {}

    /** KairosDB's errors in a body; if it has another shape, the start of its text. */
    public static List<String> read(String body) {
        List<String> errors = new ArrayList<>();
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() == JsonToken.START_OBJECT
                    && "errors".equals(json.nextFieldName())
                    && json.nextToken() == JsonToken.START_ARRAY) {
                while (json.nextToken().isScalarValue()) {
                    errors.add(json.getText());
                }
                return json.currentToken() == JsonToken.END_ARRAY ? errors : text(body);
            }
        } catch (IOException e) {
            // Not JSON after all: a proxy's page, or an answer that broke off.
        }
        return text(body);
    }

    /** InfluxDB's error in a body; if it has another shape, the start of its text. */
    public static List<String> readInfluxdb(String body) {
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() == JsonToken.START_OBJECT
                    && "error".equals(json.nextFieldName())
                    && json.nextToken() == JsonToken.VALUE_STRING) {
                return text(json.getText());
            }
        } catch (IOException e) {
            // The same.
        }
        return text(body);
    }

    private static List<String> text(String body) {
        String text = body.strip();
        return text.isEmpty() ? List.of() : List.of(text.substring(0, Math.min(LONGEST_TEXT, text.length())));
    }
}
