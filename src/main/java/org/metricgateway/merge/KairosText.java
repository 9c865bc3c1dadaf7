package org.metricgateway.merge;

/**
 * Strings as KairosDB prints them in its answers: it escapes more than JSON asks for.
 *
 * @see <a href="https://github.com/stleary/JSON-java">JSON-java</a>, which it prints them with
 */
final class KairosText {

    private KairosText() {}

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        char previous = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            append(quoted, previous, c);
            previous = c;
        }
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, char previous, char c) {
        switch (c) {
            case '"', '\\' -> quoted.append('\\').append(c);
            case '/' -> quoted.append(previous == '<' ? "\\/" : "/");
            case '\b' -> quoted.append("\\b");
            case '\t' -> quoted.append("\\t");
            case '\n' -> quoted.append("\\n");
            case '\f' -> quoted.append("\\f");
            case '\r' -> quoted.append("\\r");
            default -> {
                if (escaped(c)) {
                    quoted.append(String.format("\\u%04x", (int) c));
                } else {
                    quoted.append(c);
                }
            }
        }
    }

    private static boolean escaped(char c) {
        return c < ' ' || c >= '\u0080' && c < '\u00a0' || c >= '\u2000' && c < '\u2100';
    }
}
