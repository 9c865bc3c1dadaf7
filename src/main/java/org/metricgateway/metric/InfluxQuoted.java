package org.metricgateway.metric;

import org.metricgateway.metric.InfluxToken.Type;

/** Reads what stands between quotes or slashes. */
final class InfluxQuoted {

    private InfluxQuoted() {}

    /** From a quote to the next one like it. */
    static InfluxToken string(String query, int from) {
        char quote = query.charAt(from);
        StringBuilder text = new StringBuilder();
        for (int i = from + 1; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c == quote) {
                return new InfluxToken(quote == '"' ? Type.NAME : Type.STRING, text.toString(), from, i + 1);
            }
            if (c == '\n' || c == '\r' || c == '\\' && ++i == query.length()) {
                break;
            }
            text.append(c == '\\' ? unescaped(query.charAt(i)) : c);
        }
        throw new NotInfluxQl();
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case '\\', '"', '\'' -> c;
            default -> throw new NotInfluxQl();
        };
    }

    /** From a slash to the next one without a backslash. */
    static InfluxToken regex(String query, int from) {
        for (int i = from + 1; i < query.length() && query.charAt(i) != '\n'; i++) {
            if (query.charAt(i) == '/') {
                return new InfluxToken(Type.REGEX, query.substring(from + 1, i).replace("\\/", "/"), from, i + 1);
            }
            i += query.startsWith("\\/", i) ? 1 : 0;
        }
        throw new NotInfluxQl();
    }
}
