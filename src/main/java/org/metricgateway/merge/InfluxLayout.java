package org.metricgateway.merge;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** The text between what owners sent, as InfluxDB prints it: close together, or {@code pretty=true}. */
enum InfluxLayout {
    COMPACT("", ""),
    PRETTY("\n", " ");

    private static final int INDENT = 4;

    private final String line;
    private final String blank;

    InfluxLayout(String line, String blank) {
        this.line = line;
        this.blank = blank;
    }

    String beforeFirst() {
        return "{" + at(1) + "\"results\":" + blank + "[" + at(2);
    }

    String betweenResults() {
        return "," + at(2);
    }

    String afterLast() {
        return at(1) + "]" + at(0) + "}\n";
    }

    /** A result without anything. */
    String nothing(int statement) {
        return opening(statement) + at(2) + "}";
    }

    String error(int statement, String text) {
        String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(text));
        return opening(statement) + "," + at(3) + "\"error\":" + blank + "\"" + quoted + "\"" + at(2) + "}";
    }

    String beforeSeries(int statement) {
        return opening(statement) + "," + at(3) + "\"series\":" + blank + "[" + at(4);
    }

    String betweenSeries() {
        return "," + at(4);
    }

    String betweenRows() {
        return "," + at(6);
    }

    /** @param partial whether more rows of this series follow in the next chunk */
    String afterRows(boolean partial) {
        return at(5) + "]" + (partial ? partial(5) : "") + at(4) + "}";
    }

    /** @param partial whether more of this result follows in the next chunk */
    String afterSeries(boolean partial) {
        return at(3) + "]" + (partial ? partial(3) : "") + at(2) + "}";
    }

    private String partial(int depth) {
        return "," + at(depth) + "\"partial\":" + blank + "true";
    }

    private String opening(int statement) {
        return "{" + at(3) + "\"statement_id\":" + blank + statement;
    }

    private String at(int depth) {
        return line.isEmpty() ? "" : line + " ".repeat(INDENT * depth);
    }
}
