package org.metricgateway.merge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The names that several owners know, each once, in the order in which KairosDB 1.3 sorts them.
 *
 * <p>Not for several threads at once.
 *
 * @see <a href="https://kairosdb.github.io/docs/restapi/ListMetricNames.html">KairosDB: List Metric Names</a>
 */
public final class NamesMerge {

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final NavigableSet<String> names = new TreeSet<>();

    /**
     * Adds the names of one owner's answer.
     *
     * @throws NotAnAnswer if it is no list of names
     */
    public void add(InputStream answer) {
        try (JsonParser json = JSON.createParser(answer)) {
            must(json.nextToken() == JsonToken.START_OBJECT);
            must("results".equals(json.nextFieldName()));
            must(json.nextToken() == JsonToken.START_ARRAY);
            while (json.nextToken() != JsonToken.END_ARRAY) {
                must(json.currentToken() == JsonToken.VALUE_STRING);
                names.add(json.getText());
            }
            must(json.nextToken() == JsonToken.END_OBJECT);
            must(json.nextToken() == null);
        } catch (IOException e) {
            throw new NotAnAnswer("is not JSON, or breaks off");
        }
    }

    /** As one owner that knows them all would answer. */
    public String answer() {
        StringBuilder answer = new StringBuilder("{\"results\":[");
        String before = "";
        for (String name : names) {
            answer.append(before).append(KairosText.quote(name));
            before = ",";
        }
        return answer.append("]}").toString();
    }

    private static void must(boolean fits) {
        if (!fits) {
            throw new NotAnAnswer("is not {\"results\":[…]} with names");
        }
    }
}
