package org.metricgateway.merge;

/**
 * Looks at eight bytes of JSON at once, the first of which is the lowest of a {@code long}: most bytes of an answer are digits, which
 * mean nothing to a merge.
 *
 * @see <a href="https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord">Determine if a word has a zero byte</a>
 */
final class Words {

    private static final long LOWEST = 0x0101010101010101L;
    private static final long HIGHEST = LOWEST << 7;
    private static final long LETTERS = LOWEST << 6;
    private static final long LOWER_CASE = LOWEST * ' ';

    private Words() {}

    /** Whether there are neither letters nor brackets, braces, backslashes nor quotes. */
    static boolean meanNothing(long word) {
        return (word & LETTERS) == 0 && equal(word, '"') == 0;
    }

    static boolean haveBackslashes(long word) {
        return equal(word, '\\') != 0;
    }

    /** The highest bit of each byte that is one of {@code [ ] { }}. */
    static long brackets(long word) {
        // The bracket and the brace of a side differ in this bit alone.
        long braces = word | LOWER_CASE;
        return equal(braces, '{') | equal(braces, '}');
    }

    /**
     * The highest bit of each byte that belongs to a text, that of the last byte telling whether it goes on: where a quote opens one,
     * that bit and all above turn, where it ends one they turn back.
     *
     * @param quoted whether the first byte does, unless it is a quote
     */
    static long texts(long word, boolean quoted) {
        long texts = equal(word, '"');
        texts ^= texts << Byte.SIZE;
        texts ^= texts << 2 * Byte.SIZE;
        texts ^= texts << 4 * Byte.SIZE;
        return quoted ? texts ^ HIGHEST : texts;
    }

    private static long equal(long word, char sought) {
        long zero = word ^ LOWEST * sought;
        return ~((zero & ~HIGHEST) + ~HIGHEST | zero) & HIGHEST;
    }
}
