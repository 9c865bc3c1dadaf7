package org.metricgateway.merge;

import java.nio.ByteBuffer;

/**
 * Skips rows of numbers, which most of a large answer is, without a look at each bracket. From within a row, through bytes that
 * are neither text nor braces, and in which each {@code ]} is followed by one byte and a {@code [}, one arrives within a row.
 */
final class Rows {

    /** How many bytes are looked at together. */
    static final int BLOCK = 4096;

    private static final long LOWEST = 0x0101010101010101L;
    private static final long LETTERS = LOWEST << 6;
    private static final long BOTH_BRACKETS = LOWEST * ('[' & ']');
    private static final long NEITHER_BRACKET = LOWEST * (0xff & ~('[' ^ ']'));
    private static final long DIGITS = LOWEST << 4;

    /** The first is that of before: none. */
    private final long[] words = new long[BLOCK / Long.BYTES + 1];

    /**
     * @param bytes of little endian order, at least {@link #BLOCK} of them
     * @return how many can be skipped; perhaps none
     */
    int skip(ByteBuffer bytes, int from) {
        bytes.slice(from, BLOCK).order(bytes.order()).asLongBuffer().get(words, 1, words.length - 1);
        if (differences() != 0) {
            return 0;
        }
        int whole = words.length - 1;
        // Between two rows nobody could go on.
        while (closing(words[whole]) >>> 48 != 0) {
            whole--;
        }
        return whole * Long.BYTES;
    }

    /** Zero if there are rows of numbers only. No branches: they would cost more than all the rest. */
    private long differences() {
        long found = 0;
        for (int i = 1; i < words.length; i++) {
            long word = words[i];
            long before = closing(words[i - 1]);
            long letters = word & LETTERS;
            long whole = (letters << 2) - (letters >>> 6);
            long opening = letters & word << 5;
            long closing = letters & word << 4;
            long notBrackets = (word ^ BOTH_BRACKETS) & whole & NEITHER_BRACKET | opening ^ closing ^ letters;
            long notRows = opening ^ (closing << 16 | before >>> 48) | letters & (closing << 8 | before >>> 56);
            long quotes = ~(word | word << 1) & DIGITS;
            found |= notBrackets | notRows | quotes;
        }
        return found;
    }

    /** In a word whose only letters are brackets: a bit for each that closes. */
    private static long closing(long word) {
        return word & LETTERS & word << 4;
    }
}
