package org.metricgateway.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LineTimesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            cpu v=1 1|true
            cpu,a=b v=1 -1↵mem v="x" 2  ↵|true
            ``|true
            # x↵↵|true
            cpu v=1|false
            cpu v=1 1↵mem v=1↵|false
            cpu v=1   ↵|false
            cpu v="a 1"|false
            cpu v="a↵x v=1 1"|false
            cpu v="a↵x v=1" 1|true
            cpu\\ v=1 1|false
            cpu,a=b\\ c v=1 1|true
            cpu,a=b\\\\ c v=1 1|true
            cpu a\\ b=1 1|true
            cpu v="\\" 1"|false
            cpu v="\\\\" 1|true
            cpu "v=1 1|true
            cpu v=1 x|false
            this is none|false
            cpu|false
            cpu v="open 1|false
            """)
    void areGiven(String body, boolean given) {
        assertThat(LineTimes.areGiven(TextLines.of(body.replace('↵', '\n')))).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            cpu v=1|cpu v=1 9
            cpu v=1↵mem v=1 1↵net v="a↵b"↵|cpu v=1 9↵mem v=1 1↵net v="a↵b" 9↵
            cpu v=1  ↵# x↵↵ x v=t|cpu v=1   9↵# x↵↵ x v=t 9
            this is none↵cpu↵cpu,a=b↵cpu v="open|this is none↵cpu↵cpu,a=b↵cpu v="open
            cpu v="x"\\|cpu v="x"\\
            cpu a\\ b=1|cpu a\\ b=1 9
            """)
    void missing(String body, String stamped) {
        assertThat(stamped(body.replace('↵', '\n'))).isEqualTo(stamped.replace('↵', '\n'));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void afterStampingAllAreGiven(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            StringBuilder body = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                body.append(GeneratedLines.space(random))
                        .append(GeneratedLines.point(random, GeneratedLines.name(random)));
            }
            String stamped = stamped(body.toString());
            assertThat(LineTimes.areGiven(TextLines.of(stamped))).as(stamped).isTrue();
            assertThat(stamped(stamped)).isEqualTo(stamped);
        }
    }

    private static String stamped(String body) {
        List<Integer> places = new ArrayList<>();
        LineTimes.missing(TextLines.of(body), places::add);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder stamped = new StringBuilder();
        int from = 0;
        for (int place : places) {
            stamped.append(new String(bytes, from, place - from, StandardCharsets.UTF_8))
                    .append(" 9");
            from = place;
        }
        return stamped.append(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8))
                .toString();
    }
}
