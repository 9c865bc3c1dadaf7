package org.metricgateway.merge;

import java.nio.ByteBuffer;

/** Finds the end of a JSON string, object or array whose inside is nobody's business but must be in balance. */
final class Nesting {

    private static final int DEPTH = 128;

    /** The bits in which brackets and braces, opening and closing ones, differ. */
    private static final int BRACE = '{' & ~'[';

    private static final int CLOSING = ']' & ~'[';

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

    /** Whether a list is open within another value, and no text. */
    private boolean mayBeRows() {
        return !quoted && depth > 1 && square[depth - 1];
    }

    private Rows rows() {
        if (rows == null) {
            rows = new Rows();
        }
        return rows;
    }

    private int step(ByteBuffer bytes, int from) {
        if (bytes.limit() - from < Long.BYTES) {
            open(bytes.get(from));
            return 1;
        }
        return step(bytes.getLong(from));
    }

    /** Follows the open value through these bytes, or the first of them. How many that are. */
    int step(long word) {
        if (!escaped && Words.meanNothing(word)) {
            return Long.BYTES;
        }
        if (escaped || depth == 0 || Words.haveBackslashes(word)) {
            open((byte) word);
            return 1;
        }
        return follow(word);
    }

    private int follow(long word) {
        long texts = Words.texts(word, quoted);
        for (long brackets = Words.brackets(word) & ~texts; brackets != 0; brackets &= brackets - 1) {
            int at = Long.numberOfTrailingZeros(brackets) / Byte.SIZE;
            if (!bracket((byte) (word >>> at * Byte.SIZE))) {
                quoted = false;
                return at + 1;
            }
        }
        quoted = texts < 0;
        return Long.BYTES;
    }

    private boolean bracket(byte b) {
        boolean bracket = (b & BRACE) == 0;
        return (b & CLOSING) == 0 ? down(bracket) : up(bracket);
    }

    /** Follows the value by one byte, from its first. False after its last. */
    boolean open(byte b) {
        if (quoted) {
            return quoted(b);
        }
        return switch (b) {
            case '"' -> quoted = true;
            case '{', '[', '}', ']' -> bracket(b);
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
