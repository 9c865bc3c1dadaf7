package org.metricgateway.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.metricgateway.metric.InfluxToken.Type;

/**
 * Divides InfluxQL into tokens, as InfluxDB's own scanner does.
 *
 * @see <a href="https://docs.influxdata.com/influxdb/v1/query_language/spec/">Influx Query Language (InfluxQL) reference</a>
 */
final class InfluxTokens {

    /** Words after which a slash begins a regular expression; after any other it divides. */
    private static final Set<String> BEFORE_REGEX = Set.of("SELECT", "FROM", "BY", "WHERE", "AND", "OR", "ON", "IN");

    private static final Set<String> PAIRS = Set.of("=~", "!~", "!=", "<>", "<=", ">=", "::");

    private final String query;
    private final List<InfluxToken> tokens = new ArrayList<>();
    private int at;

    private InfluxTokens(String query) {
        this.query = query;
    }

    /**
     * Without comments and blanks; the last is an {@code END}.
     *
     * @throws NotInfluxQl if InfluxDB would not read it either
     */
    static List<InfluxToken> of(String query) {
        InfluxTokens reader = new InfluxTokens(query);
        while (reader.skipBlanks()) {
            reader.token();
        }
        reader.tokens.add(new InfluxToken(Type.END, "", query.length(), query.length()));
        return reader.tokens;
    }

    /** Whether anything follows. */
    private boolean skipBlanks() {
        while (at < query.length()) {
            char c = query.charAt(at);
            if (query.startsWith("--", at)) {
                at = endOf(query.indexOf('\n', at), query.length(), 0);
            } else if (query.startsWith("/*", at)) {
                at = endOf(query.indexOf("*/", at + 2), -1, 2);
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private static int endOf(int found, int otherwise, int length) {
        if (found < 0 && otherwise < 0) {
            throw new NotInfluxQl();
        }
        return found < 0 ? otherwise : found + length;
    }

    private void token() {
        char c = query.charAt(at);
        if (isLetter(c)) {
            word(Type.WORD, at);
        } else if (isDigit(c) || c == '.' && isDigit(after(1))) {
            number();
        } else if (c == '"' || c == '\'') {
            add(InfluxQuoted.string(query, at));
        } else if (c == '$') {
            bound();
        } else if (c == '/' && mayBeRegex()) {
            add(InfluxQuoted.regex(query, at));
        } else {
            int length = at + 2 <= query.length() && PAIRS.contains(query.substring(at, at + 2)) ? 2 : 1;
            add(Type.SYMBOL, query.substring(at, at + length), at + length);
        }
    }

    private void word(Type type, int from) {
        int end = from;
        while (end < query.length() && (isLetter(query.charAt(end)) || isDigit(query.charAt(end)))) {
            end++;
        }
        add(type, query.substring(from, end), end);
    }

    private void number() {
        int end = at;
        while (end < query.length() && isOfNumber(end)) {
            end++;
        }
        add(Type.NUMBER, query.substring(at, end), end);
    }

    /** {@code 1h30m} is one, and so is {@code 1.5}; {@code 1.} and a name behind it are not. */
    private boolean isOfNumber(int i) {
        char c = query.charAt(i);
        boolean fraction = c == '.' && i + 1 < query.length() && isDigit(query.charAt(i + 1));
        return isLetter(c) && c != '_' || isDigit(c) || c == '\u00b5' || fraction;
    }

    private void bound() {
        int from = at;
        at++;
        if (at < query.length() && query.charAt(at) == '"') {
            add(InfluxQuoted.string(query, at));
        } else {
            word(Type.BOUND, at);
        }
        InfluxToken name = tokens.remove(tokens.size() - 1);
        tokens.add(new InfluxToken(Type.BOUND, name.text(), from, name.to()));
    }

    private boolean mayBeRegex() {
        InfluxToken before = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        if (before == null || before.type() == Type.SYMBOL) {
            return before != null
                    && !before.text().equals(")")
                    && !before.text().equals("*");
        }
        return before.type() == Type.WORD && BEFORE_REGEX.contains(before.text().toUpperCase(Locale.ROOT));
    }

    private void add(Type type, String text, int end) {
        add(new InfluxToken(type, text, at, end));
    }

    private void add(InfluxToken token) {
        tokens.add(token);
        at = token.to();
    }

    private char after(int distance) {
        return at + distance < query.length() ? query.charAt(at + distance) : ' ';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
