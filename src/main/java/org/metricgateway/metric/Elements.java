package org.metricgateway.metric;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The elements of a body, gathered while it is read. */
final class Elements {

    private final JsonParser json;
    private final MetricNames limited;
    private final List<String> names = new ArrayList<>(4);
    private int[] bounds = new int[8];
    private boolean saving;

    Elements(JsonParser json, MetricNames limited) {
        this.json = json;
        this.limited = limited;
    }

    /** Reads the array at which the parser stands. */
    void array() throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element();
        }
    }

    /** Reads the one element at which the parser stands. */
    void element() throws IOException {
        int from = StrictJson.tokenStart(json);
        String name = Mentions.UNNAMED;
        if (json.currentToken() == JsonToken.START_OBJECT) {
            name = members();
        } else {
            json.skipChildren();
            json.finishToken();
        }
        add(name, from, StrictJson.here(json));
    }

    Mentions mentions(Span document) {
        return new Mentions(names, Arrays.copyOf(bounds, 2 * names.size()), document, saving);
    }

    private String members() throws IOException {
        String name = null;
        String field;
        while ((field = json.nextFieldName()) != null) {
            json.nextToken();
            switch (field) {
                case "name" -> name = limited.read(json, name);
                case "aggregators" -> aggregators();
                default -> json.skipChildren();
            }
        }
        return name == null ? Mentions.UNNAMED : name;
    }

    /** KairosDB takes {@code ["save_as"]} for a name as well, so it is the nearest field that counts. */
    private void aggregators() throws IOException {
        boolean name = false;
        int depth = 0;
        do {
            switch (json.currentToken()) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                case FIELD_NAME -> name = json.currentName().equals("name");
                case VALUE_STRING -> saving |= name && json.getText().equals("save_as");
                default -> {}
            }
        } while (depth > 0 && json.nextToken() != null);
    }

    private void add(String name, int from, int to) {
        limited.count(json, name);
        int at = 2 * names.size();
        if (at == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * at);
        }
        bounds[at] = from;
        bounds[at + 1] = to;
        names.add(name);
    }
}
