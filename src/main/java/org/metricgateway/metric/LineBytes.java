package org.metricgateway.metric;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The bytes of one line after another, as InfluxDB 1.x divides a body: a newline within a quoted value, or behind a backslash,
 * is part of its line. It holds a window of the body, never a whole line.
 */
final class LineBytes {

    /** Stands for the newline, or for the end of the body. */
    static final int END = -1;

    private static final int WINDOW = 32 * 1024;

    private final InputStream body;
    private final int length;
    private final byte[] window;
    private int before;
    private int filled;
    private int at;
    private boolean ended;
    private boolean escaped;
    private boolean fields;
    private boolean quoted;
    private int equals;
    private int commas;

    LineBytes(Body body) {
        this.body = body.open();
        this.length = body.length();
        this.window = new byte[Math.min(WINDOW, Math.max(1, length))];
    }

    /** Of the next byte, in the body. */
    int offset() {
        return before + at;
    }

    boolean atEnd() {
        return offset() == length;
    }

    /** Behind the last byte of the line that is read to its end, before any newline. */
    int lineEnd() {
        return ended ? offset() - 1 : offset();
    }

    /** To be called before the first byte of each line. */
    void begin() {
        ended = false;
        escaped = false;
        fields = false;
        quoted = false;
        equals = 0;
        commas = 0;
    }

    /** The next byte of the line; {@link #END} behind its last. */
    int next() {
        if (ended || at == filled && !fill()) {
            return END;
        }
        byte b = window[at++];
        if (escaped) {
            escaped = false;
            return b & 0xff;
        }
        switch (b) {
            // Before the last byte of a body it escapes nothing: InfluxDB looks so far, and no farther.
            case '\\' -> escaped = offset() + 1 < length;
            case '\n' -> ended = !quoted;
            case ' ' -> fields = true;
            case '=', ',', '"' -> count(b);
            default -> {}
        }
        return ended ? END : b & 0xff;
    }

    /** The first byte from this one on that is not blank, as InfluxDB understands it. */
    int skipBlanks(int first) {
        int b = first;
        while (b == ' ' || b == '\t' || b == 0) {
            b = next();
        }
        return b;
    }

    /** To the end of the line. */
    void skipRest() {
        while (next() != END) {
            // Only where it ends is of interest.
        }
    }

    /** Whether the line, as far as it was read, has the equals sign of a field: none that has not can be read. */
    boolean hasField() {
        return equals > 0;
    }

    private void count(byte b) {
        if (!fields) {
            return;
        }
        if (b == '"') {
            quoted ^= equals > commas;
        } else if (!quoted) {
            equals += b == '=' ? 1 : 0;
            commas += b == ',' ? 1 : 0;
        }
    }

    private boolean fill() {
        before += filled;
        at = 0;
        filled = 0;
        try {
            filled = Math.max(0, body.read(window, 0, window.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return filled > 0;
    }
}
