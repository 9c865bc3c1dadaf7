package org.metricgateway.merge;

/**
 * Looks at eight bytes at once, the first of which is the lowest of a {@code long}: most bytes of an answer are digits, which mean
 * nothing to a merge.
 *
 * @see <a href="https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord">Determine if a word has a zero byte</a>
 */
final class Words {

    private static final long LOWEST = 0x0101010101010101L;
    private static final long HIGHEST = LOWEST << 7;
    private static final long LOWER_CASE = LOWEST * ' ';

    private Words() {}

    /** The highest bit of each byte that is one of {@code " [ ] { }}. */
    static long bounds(long word) {
        // The bracket and the brace of a side differ in this bit alone.
        long braces = word | LOWER_CASE;
        return equal(word, '"') | equal(braces, '{') | equal(braces, '}');
    }

    /** The highest bit of each byte that is a quote or a backslash. */
    static long quotes(long word) {
        return equal(word, '"') | equal(word, '\\');
    }

    private static long equal(long word, char sought) {
        long zero = word ^ LOWEST * sought;
        return ~((zero & ~HIGHEST) + ~HIGHEST | zero) & HIGHEST;
    }
}
