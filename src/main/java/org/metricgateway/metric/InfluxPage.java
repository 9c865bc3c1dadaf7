package org.metricgateway.metric;

/**
 * Which rows of a list are wanted: {@code LIMIT} and {@code OFFSET}.
 *
 * @param limit 0 for all
 * @param offset rows left out before the first
 * @param limitAt where the number stands in the query, in chars; null without it
 * @param offsetAt the same
 * @param series whether whole series are counted too ({@code SLIMIT}, {@code SOFFSET})
 */
public record InfluxPage(int limit, int offset, Span limitAt, Span offsetAt, boolean series) {

    static final InfluxPage ALL = new InfluxPage(0, 0, null, null, false);

    /**
     * The statement that asks for all rows up to the last one wanted: which of them are left out is known only when every
     * owner's are together.
     */
    public String widened(String query, Span statement) {
        StringBuilder text = new StringBuilder(query.substring(statement.from(), statement.to()));
        boolean limitFirst = limitAt == null || offsetAt == null || limitAt.from() < offsetAt.from();
        // The later one first, so that the other stays where it is.
        replace(text, statement, limitFirst ? offsetAt : limitAt, limitFirst ? 0 : wide());
        replace(text, statement, limitFirst ? limitAt : offsetAt, limitFirst ? wide() : 0);
        return text.toString();
    }

    private long wide() {
        return limit == 0 ? 0 : (long) limit + offset;
    }

    private static void replace(StringBuilder text, Span statement, Span number, long by) {
        if (number != null) {
            text.replace(number.from() - statement.from(), number.to() - statement.from(), Long.toString(by));
        }
    }

    /** Gathers them while a statement is read. */
    static final class Reader {

        private int limit;
        private int offset;
        private Span limitAt;
        private Span offsetAt;
        private boolean series;

        void take(InfluxToken word, InfluxCursor cursor) {
            if (word.is("LIMIT")) {
                limit = cursor.number();
                limitAt = cursor.previousSpan();
            } else if (word.is("OFFSET")) {
                offset = cursor.number();
                offsetAt = cursor.previousSpan();
            }
            series |= word.is("SLIMIT") || word.is("SOFFSET");
        }

        InfluxPage page() {
            return new InfluxPage(limit, offset, limitAt, offsetAt, series);
        }
    }
}
