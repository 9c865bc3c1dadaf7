package org.metricgateway.merge;

import java.nio.ByteBuffer;

/** Finds the end of a JSON string, object or array whose inside is nobody's business but must be in balance. */
final class Nesting {

    private static final int DEPTH = 128;

    private final boolean[] square = new boolean[DEPTH];
    private int depth;
    private boolean quoted;
    private boolean escaped;
    private Rows rows;

    /** Whether a value that starts with this byte can be followed. */
    static boolean starts(byte b) {
        return b == '"' || b == '{' || b == '[';
    }

    /** Whether the value goes on. */
    boolean isOpen() {
        return quoted || depth > 0;
    }

    /**
     * Follows the value through these bytes, of little endian order.
     *
     * @return the place behind its last byte, or behind the last of these
     */
    int follow(ByteBuffer bytes, int from) {
        int i = from;
        int rowsFrom = from;
        while (i < bytes.limit() && isOpen()) {
            int skipped = 0;
            if (i >= rowsFrom && mayBeRows() && bytes.limit() - i >= Rows.BYTES) {
                skipped = rows().skip(bytes, i);
                rowsFrom = skipped == 0 ? i + Rows.BYTES : i;
            }
            i += skipped == 0 ? step(bytes, i) : skipped;
        }
        return i;
    }

    boolean isQuoted() {
        return quoted;
    }

    boolean isEscaped() {
        return escaped;
    }

    /** Whether a list is open within another value, and no text. */
    boolean mayBeRows() {
        return !quoted && depth > 1 && square[depth - 1];
    }

    private Rows rows() {
        if (rows == null) {
            rows = new Rows();
        }
        return rows;
    }

    private int step(ByteBuffer bytes, int from) {
        if (escaped || bytes.limit() - from < Long.BYTES) {
            open(bytes.get(from));
            return 1;
        }
        long word = bytes.getLong(from);
        return quoted ? text(word) : plain(word);
    }

    /** Follows the value through these bytes, as far as no text begins. How many that are. */
    private int plain(long word) {
        for (long bounds = Words.bounds(word); bounds != 0; bounds &= bounds - 1) {
            int at = Long.numberOfTrailingZeros(bounds) / Byte.SIZE;
            if (!open((byte) (word >>> at * Byte.SIZE)) || quoted) {
                return at + 1;
            }
        }
        return Long.BYTES;
    }

    /** Follows a text through these bytes, as far as nothing is quoted and it does not end. How many that are. */
    private int text(long word) {
        long quotes = Words.quotes(word);
        if (quotes == 0) {
            return Long.BYTES;
        }
        int at = Long.numberOfTrailingZeros(quotes) / Byte.SIZE;
        open((byte) (word >>> at * Byte.SIZE));
        return at + 1;
    }

    /** Follows the value by one byte, from its first. False after its last. */
    boolean open(byte b) {
        if (quoted) {
            return quoted(b);
        }
        return switch (b) {
            case '"' -> quoted = true;
            case '{', '[' -> down(b == '[');
            case '}', ']' -> up(b == ']');
            default -> true;
        };
    }

    private boolean quoted(byte b) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            quoted = false;
            return depth > 0;
        }
        return true;
    }

    private boolean down(boolean bracket) {
        if (depth == DEPTH) {
            throw new NotAnAnswer("is nested deeper than " + DEPTH);
        }
        square[depth++] = bracket;
        return true;
    }

    private boolean up(boolean bracket) {
        if (square[--depth] != bracket) {
            throw new NotAnAnswer("has brackets and braces that do not match");
        }
        return depth > 0;
    }
}
