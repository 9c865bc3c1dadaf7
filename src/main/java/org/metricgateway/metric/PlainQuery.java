package org.metricgateway.metric;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metricgateway.config.Settings.Limits;

/**
 * Reads a KairosDB query such as nearly all are: plain JSON, metrics with one plain name each, nothing that writes. That costs a
 * quarter of what a JSON parser does. Whatever is not so, is read by {@link KairosQuery}, which finds the same and knows more.
 */
final class PlainQuery {

    /** Up to and with the quote. */
    private static final int SAVE_AS = "save_as".length() + 1;

    private final byte[] text;
    private final PlainJson json;
    private final Limits limits;
    private final List<String> names = new ArrayList<>(4);
    private int[] bounds = new int[8];
    private boolean metrics;

    private PlainQuery(byte[] text, Limits limits) {
        this.text = text;
        this.json = new PlainJson(text);
        this.limits = limits;
    }

    /** @return null for a body that is not plain */
    static Mentions read(byte[] text, Limits limits) {
        return new PlainQuery(text, limits).mentions();
    }

    private Mentions mentions() {
        int from = json.spaces(0);
        boolean plain = json.spaces(query(from)) == text.length;
        return plain && metrics
                ? new Mentions(names, Arrays.copyOf(bounds, 2 * names.size()), new Span(from, text.length), false)
                : null;
    }

    private int query(int from) {
        if (json.at(from) != '{') {
            return PlainJson.NOT_PLAIN;
        }
        int place = from;
        do {
            int name = json.spaces(place + 1);
            int end = json.string(name);
            int value = json.colon(end);
            if (json.is("metrics", name, end)) {
                place = metrics || json.at(value) != '[' ? PlainJson.NOT_PLAIN : elements(value);
            } else {
                boolean other = json.is("metric", name, end) || json.is("metricName", name, end);
                place = other ? PlainJson.NOT_PLAIN : json.value(value);
            }
            place = json.spaces(place);
        } while (json.at(place) == ',');
        return json.at(place) == '}' ? place + 1 : PlainJson.NOT_PLAIN;
    }

    private int elements(int from) {
        metrics = true;
        int place = from;
        do {
            int element = json.spaces(place + 1);
            place = element(element);
            if (place > 0) {
                bound(element, place);
            }
            place = json.spaces(place);
        } while (json.at(place) == ',');
        return json.at(place) == ']' && names.size() <= limits.metrics() ? place + 1 : PlainJson.NOT_PLAIN;
    }

    private int element(int from) {
        if (json.at(from) != '{') {
            return PlainJson.NOT_PLAIN;
        }
        int count = names.size();
        int place = from;
        do {
            int name = json.spaces(place + 1);
            int end = json.string(name);
            int value = json.colon(end);
            place = json.value(value);
            if (json.is("name", name, end) && !named(count, value, place)
                    || json.is("aggregators", name, end) && mayWrite(value, place)) {
                return PlainJson.NOT_PLAIN;
            }
            place = json.spaces(place);
        } while (json.at(place) == ',');
        return json.at(place) == '}' && names.size() > count ? place + 1 : PlainJson.NOT_PLAIN;
    }

    /** Whether this is the one name of the element after so many. */
    private boolean named(int count, int from, int to) {
        boolean fits = to - from > 2 && to - from - 2 <= limits.metricName();
        if (!fits || json.at(from) != '"' || names.size() > count) {
            return false;
        }
        // It is ASCII: this charset copies it without a second look.
        names.add(new String(text, from + 1, to - from - 2, StandardCharsets.ISO_8859_1));
        return true;
    }

    private boolean mayWrite(int from, int to) {
        for (int place = from; place < to; place++) {
            if (text[place] == 's' && json.is("save_as", place - 1, place + SAVE_AS)) {
                return true;
            }
        }
        return false;
    }

    private void bound(int from, int to) {
        int at = 2 * (names.size() - 1);
        if (at == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * at);
        }
        bounds[at] = from;
        bounds[at + 1] = to;
    }
}
