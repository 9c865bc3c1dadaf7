package org.metricgateway.config;

import java.util.Map;

/**
 * The {@code {{env:NAME}}} and {@code {{sys:NAME:default}}} of a file that Camel reads too.
 *
 * @see <a href="https://camel.apache.org/manual/using-propertyplaceholder.html">Camel: property placeholders</a>
 */
final class Placeholders {

    private static final String RIGHT = "only {{env:NAME}}, {{sys:NAME}} and their {{env:NAME:default}} are known here";

    private final Map<String, Map<String, String>> places;

    Placeholders(Surroundings surroundings) {
        this.places = Map.of("env", surroundings.environment(), "sys", surroundings.systemProperties());
    }

    String resolved(String text) {
        StringBuilder resolved = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                throw new BadValue("opens {{ and does not close it", RIGHT);
            }
            resolved.append(text, at, open).append(value(text.substring(open + 2, close)));
            at = close + 2;
        }
        return resolved.append(text.substring(at)).toString();
    }

    private String value(String inside) {
        String[] parts = inside.split(":", 3);
        Map<String, String> place = places.get(parts[0]);
        if (place == null || parts.length < 2 || inside.contains("{{")) {
            throw new BadValue("holds a placeholder {{" + parts[0] + "…}}", RIGHT);
        }
        String value = place.get(parts[1]);
        if (value == null && parts.length < 3) {
            throw new BadValue("needs " + parts[0] + ":" + parts[1] + ", which is not set", "set it or give a default");
        }
        return value != null ? value : parts[2];
    }
}
