package org.metricgateway.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.metricgateway.metric.UnreadableRequest;

/** What stands behind the question mark of a URL. */
final class QueryString {

    private QueryString() {}

    /** The first value of a parameter, decoded; null without it. */
    static String parameter(String query, String name) {
        if (query == null) {
            return null;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals == name.length() && pair.startsWith(name)) {
                return decode(pair.substring(equals + 1));
            }
        }
        return null;
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
