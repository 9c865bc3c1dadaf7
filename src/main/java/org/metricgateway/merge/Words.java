package org.metricgateway.merge;

import java.nio.ByteBuffer;

/**
 * Looks for single bytes eight at a time: in a row of numbers most bytes mean nothing to a merge, and looking at each of them is
 * most of its cost.
 *
 * @see <a href="https://graphics.stanford.edu/~seander/bithacks.html#ValueInWord">Determine if a word has a byte equal to n</a>
 */
final class Words {

    private static final int WORD = Long.BYTES;
    private static final long LOWEST = 0x0101010101010101L;
    private static final long HIGHEST = LOWEST << 7;
    private static final long LOWER_CASE = LOWEST * ' ';

    private Words() {}

    /**
     * @param bytes of little endian order
     * @return where the first of {@code " [ ] { }} is, or the limit
     */
    static int toNextBound(ByteBuffer bytes, int from) {
        int i = from;
        for (int end = bytes.limit() - WORD; i <= end; i += WORD) {
            long word = bytes.getLong(i);
            // The bracket and the brace of a side differ in this bit alone.
            long braces = word | LOWER_CASE;
            long found = equal(word, '"') | equal(braces, '{') | equal(braces, '}');
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / WORD;
            }
        }
        while (i < bytes.limit() && !isBound(bytes.get(i))) {
            i++;
        }
        return i;
    }

    /**
     * @param bytes of little endian order
     * @return where the first quote or backslash is, or the limit
     */
    static int toTextsEnd(ByteBuffer bytes, int from) {
        int i = from;
        for (int end = bytes.limit() - WORD; i <= end; i += WORD) {
            long word = bytes.getLong(i);
            long found = equal(word, '"') | equal(word, '\\');
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / WORD;
            }
        }
        while (i < bytes.limit() && bytes.get(i) != '"' && bytes.get(i) != '\\') {
            i++;
        }
        return i;
    }

    private static boolean isBound(byte b) {
        return b == '"' || b == '[' || b == ']' || b == '{' || b == '}';
    }

    /** The highest bit of the first byte that equals this, and perhaps of later ones. */
    private static long equal(long word, char sought) {
        long zero = word ^ LOWEST * sought;
        return zero - LOWEST & ~zero & HIGHEST;
    }
}
