package org.metricgateway.merge;

import java.nio.ByteBuffer;

/**
 * Skips rows of numbers, which most of a large answer is, without a look at each bracket. From within a row, through bytes that
 * are neither text nor braces, and in which each {@code ]} is followed by one byte and a {@code [}, one arrives within a row.
 */
final class Rows {

    /** How many bytes have to be there to be looked at together. */
    static final int BYTES = 4096 + 2;

    private static final long LOWEST = 0x0101010101010101L;
    private static final long LETTERS = LOWEST << 6;
    private static final long BOTH_BRACKETS = LOWEST * ('[' & ']');
    private static final long NEITHER_BRACKET = LOWEST * (0xff & ~('[' ^ ']'));
    private static final long DIGITS = LOWEST << 4;
    private static final int LENGTH = BYTES / Long.BYTES;

    private final long[] words = new long[LENGTH];
    private final long[] nextWords = new long[LENGTH];
    private final long[] afterWords = new long[LENGTH];

    /**
     * @param bytes of little endian order
     * @return how many can be skipped; perhaps none
     */
    int skip(ByteBuffer bytes, int from) {
        copy(bytes, from, words);
        copy(bytes, from + 1, nextWords);
        copy(bytes, from + 2, afterWords);
        boolean opens = (words[0] & LETTERS & words[0] << 5 & 0xffff) != 0;
        if (opens || differences() != 0) {
            return 0;
        }
        int whole = LENGTH;
        // Between two rows nobody could go on.
        while (whole > 0 && (words[whole - 1] & LETTERS & words[whole - 1] << 4) >>> 48 != 0) {
            whole--;
        }
        return whole * Long.BYTES;
    }

    private static void copy(ByteBuffer bytes, int from, long[] to) {
        bytes.slice(from, LENGTH * Long.BYTES)
                .order(bytes.order())
                .asLongBuffer()
                .get(to);
    }

    /**
     * Zero if there are rows of numbers only. Written so that the compiler does several words at once: without branches, and no
     * word depends on the one before.
     */
    private long differences() {
        long found = 0;
        for (int i = 0; i < LENGTH; i++) {
            long word = words[i];
            long letters = word & LETTERS;
            long whole = (letters << 2) - (letters >>> 6);
            long opening = letters & word << 5;
            long closing = letters & word << 4;
            long after = afterWords[i] & LETTERS & afterWords[i] << 5;
            found |= (word ^ BOTH_BRACKETS) & whole & NEITHER_BRACKET
                    | opening ^ closing ^ letters
                    | after ^ closing
                    | nextWords[i] & closing
                    | ~(word | word << 1) & DIGITS;
        }
        return found;
    }
}
