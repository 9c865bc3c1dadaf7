package org.metricgateway.metric;

/**
 * One token of InfluxQL.
 *
 * @param text without its quotes and escapes
 * @param from its first char in the query
 * @param to the char after its last
 */
record InfluxToken(Type type, String text, int from, int to) {

    enum Type {
        /** A keyword, or a name without quotes. */
        WORD,
        /** A name in double quotes. */
        NAME,
        STRING,
        REGEX,
        /** A number or a duration. */
        NUMBER,
        /** {@code $name}. */
        BOUND,
        SYMBOL,
        END
    }

    boolean is(String word) {
        return type == Type.WORD ? text.equalsIgnoreCase(word) : type == Type.SYMBOL && text.equals(word);
    }

    boolean isName() {
        return type == Type.WORD || type == Type.NAME;
    }
}
