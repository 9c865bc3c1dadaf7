package org.metricgateway.metric;

import java.util.function.IntConsumer;

/** Which lines of a body have a timestamp, as InfluxDB 1.x reads them. It says no of what it cannot tell. */
public final class LineTimes {

    /** Of one line. */
    private enum Time {
        /** The line is a comment, or blank. */
        NONE,
        GIVEN,
        MISSING,
        UNCLEAR
    }

    private final LineBytes bytes;

    private LineTimes(Body body) {
        this.bytes = new LineBytes(body);
    }

    /** Whether every point has one: then writing it again changes nothing. */
    public static boolean areGiven(Body body) {
        LineTimes times = new LineTimes(body);
        while (!times.bytes.atEnd()) {
            Time time = times.next();
            if (time == Time.MISSING || time == Time.UNCLEAR) {
                return false;
            }
        }
        return true;
    }

    /** @param places gets the end of each line that has none: behind it, a blank and a timestamp give it one */
    public static void missing(Body body, IntConsumer places) {
        LineTimes times = new LineTimes(body);
        while (!times.bytes.atEnd()) {
            if (times.next() == Time.MISSING) {
                places.accept(times.bytes.lineEnd());
            }
        }
    }

    private Time next() {
        bytes.begin();
        int first = bytes.skipBlanks(bytes.next());
        Time time = first == LineBytes.END || first == '#' ? Time.NONE : ofPoint(first);
        bytes.skipRest();
        return time;
    }

    private Time ofPoint(int first) {
        if (first == ',') {
            return Time.UNCLEAR;
        }
        skipKey(first);
        LineFields fields = new LineFields();
        int b = bytes.skipBlanks(fields.read(bytes, bytes.skipBlanks(' ')));
        if (!fields.areWhole()) {
            return Time.UNCLEAR;
        }
        if (b == LineBytes.END) {
            return Time.MISSING;
        }
        return b >= '0' && b <= '9' || b == '-' ? Time.GIVEN : Time.UNCLEAR;
    }

    /** Measurement and tags, and the blank behind them: one that has a backslash before it is part of them. */
    private void skipKey(int first) {
        int previous = first;
        int b = bytes.next();
        while (b != LineBytes.END && (b != ' ' || previous == '\\')) {
            previous = b;
            b = bytes.next();
        }
    }
}
