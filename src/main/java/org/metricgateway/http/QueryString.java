package org.metricgateway.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metricgateway.metric.UnreadableRequest;

/** What stands behind the question mark of a URL. */
public final class QueryString {

    private QueryString() {}

    /** The first value of a parameter, decoded; null without it. */
    public static String parameter(String query, String name) {
        List<String> values = parameters(query, name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** Every value of a parameter, decoded, in order. */
    public static List<String> parameters(String query, String name) {
        List<String> values = new ArrayList<>(1);
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals == name.length() && pair.startsWith(name)) {
                values.add(decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    /** All but these parameters, as they were sent. */
    static String without(String query, Set<String> names) {
        return Stream.of(query.split("&"))
                .filter(pair -> !names.contains(decode(pair.replaceFirst("=.*", ""))))
                .collect(Collectors.joining("&"));
    }

    /** A {@code +} is a blank, as in a form. */
    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRequest("the URL has a broken percent-encoding: " + e.getMessage());
        }
    }
}
