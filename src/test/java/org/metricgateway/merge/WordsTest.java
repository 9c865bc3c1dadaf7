package org.metricgateway.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Eight bytes at a time find what one at a time find. */
final class WordsTest {

    private static final byte[] COMMON = "0123456789.,:\"\\[]{}[]{}\" \t\n\u0002;=\u001b\u001d".getBytes();

    @Test
    void findsEveryByteAtEveryPlace() {
        for (int value = 0; value < 256; value++) {
            for (int place = 0; place < 20; place++) {
                byte[] bytes = new byte[20];
                bytes[place] = (byte) value;
                check(bytes);
            }
        }
    }

    @Test
    void findsTheFirstOfMany() {
        Random random = new Random(7);
        for (int run = 0; run < 20_000; run++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(3) == 0 ? COMMON[random.nextInt(COMMON.length)] : bytes[i];
            }
            check(bytes);
        }
    }

    private static void check(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from <= bytes.length; from++) {
            assertThat(Words.toNextBound(buffer, from)).isEqualTo(first(bytes, from, b -> "\"[]{}".indexOf(b) >= 0));
            assertThat(Words.toTextsEnd(buffer, from)).isEqualTo(first(bytes, from, b -> b == '"' || b == '\\'));
        }
    }

    private static int first(byte[] bytes, int from, IntPredicate sought) {
        int i = from;
        while (i < bytes.length && !sought.test(bytes[i])) {
            i++;
        }
        return i;
    }
}
