package org.metricgateway.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Eight bytes at a time find what one at a time find. */
final class WordsTest {

    private static final String COMMON = "0123456789.,:\"\\[]{}[]{}\" \t\n\u0002;=\u001b\u001d";

    @Test
    void findEveryByteAtEveryPlace() {
        for (int value = 0; value < 256; value++) {
            for (int place = 0; place < 64; place += 8) {
                check((long) value << place);
                check((long) value << place | 0x2222222222222222L);
            }
        }
    }

    @Test
    void knowThatNumbersMeanNothing() {
        assertThat(Words.meanNothing(0x302c_2d31_2e35_2c20L)).isTrue();
    }

    @Test
    void findAllOfMany() {
        Random random = new Random(7);
        for (int run = 0; run < 100_000; run++) {
            long word = random.nextLong();
            for (int place = 0; place < 64; place += 8) {
                if (random.nextBoolean()) {
                    long common = COMMON.charAt(random.nextInt(COMMON.length()));
                    word = word & ~(0xffL << place) | common << place;
                }
            }
            check(word);
        }
    }

    private static void check(long word) {
        assertThat(Words.brackets(word)).isEqualTo(oneByOne(word, "[]{}"));
        assertThat(Words.haveBackslashes(word)).isEqualTo(oneByOne(word, "\\") != 0);
        assertThat(Words.texts(word, false)).isEqualTo(texts(word, false));
        assertThat(Words.texts(word, true)).isEqualTo(texts(word, true));
        if (Words.meanNothing(word)) {
            assertThat(oneByOne(word, "\"[]{}\\")).isZero();
        }
    }

    private static long texts(long word, boolean quoted) {
        boolean within = quoted;
        long found = 0;
        for (int place = 0; place < 64; place += 8) {
            within ^= (word >>> place & 0xff) == '"';
            found |= within ? 0x80L << place : 0;
        }
        return found;
    }

    private static long oneByOne(long word, String sought) {
        long found = 0;
        for (int place = 0; place < 64; place += 8) {
            found |= sought.indexOf((int) (word >>> place & 0xff)) >= 0 ? 0x80L << place : 0;
        }
        return found;
    }
}
