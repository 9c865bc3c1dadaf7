package org.metricgateway.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LineSharesTest {

    private static final int SHARES = 3;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            c v=1↵m v=1↵c v=2        | c v=1↵c v=2       | m v=1↵
            c v=1↵c v=2↵m v=1        | c v=1↵c v=2↵      | m v=1
            # x↵↵c v=1↵# y↵m v=1     | # x↵↵c v=1↵# y↵   | m v=1
            c v="↵m v=1↵"↵m v=2      | c v="↵m v=1↵"↵    | m v=2
            bad↵c v=1                | c v=1             | bad↵
            # x                      | ``                | # x
            ``                       | ``                | ``
            c v=1↵↵↵                 | c v=1↵↵↵          | ``
            m v=1\\↵c v=1↵c v=1\\    | c v=1\\           | m v=1\\↵c v=1↵
            """)
    void splits(String body, String first, String strays) {
        List<String> shares = shares(body.replace('↵', '\n'));
        assertThat(shares.get(0)).isEqualTo(first.replace('↵', '\n'));
        assertThat(shares.get(1)).isEqualTo(strays.replace('↵', '\n'));
    }

    @Test
    void takesNeighboursTogether() {
        List<int[]> taken = new ArrayList<>();
        LineShares.split(
                TextLines.of("c v=1\n".repeat(10_000) + "m v=1\n".repeat(10_000)),
                Bodies.LIMITS,
                LineSharesTest::ownerOf,
                1,
                (share, from, to) -> taken.add(new int[] {share, from, to}));
        assertThat(taken).containsExactly(new int[] {0, 0, 60_000}, new int[] {1, 60_000, 120_000});
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyLineGoesIntoOneShareInOrder(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<StringBuilder> expected = List.of(new StringBuilder(), new StringBuilder(), new StringBuilder());
            StringBuilder body = new StringBuilder();
            int share = 0;
            for (int i = random.nextInt(20); i > 0; i--) {
                String name = GeneratedLines.name(random);
                String before = GeneratedLines.space(random);
                String line = GeneratedLines.point(random, name);
                boolean last = i == 1 && random.nextBoolean();
                line = last ? line.substring(0, line.length() - 1) : line;
                int its = ownerOf(name);
                // Lines before a point belong to the point before them; blanks on its own line are its own.
                boolean ownLine = before.endsWith("\n") && body.length() > 0;
                expected.get(ownLine ? share : its).append(before);
                expected.get(its).append(line);
                share = its;
                body.append(before).append(line);
            }
            assertThat(shares(body.toString()))
                    .as("seed %d round %d: %s", seed, round, body)
                    .containsExactlyElementsOf(
                            expected.stream().map(StringBuilder::toString).toList());
        }
    }

    private static int ownerOf(String name) {
        return switch (name.charAt(0)) {
            case 'c' -> 0;
            case 'm' -> 1;
            default -> 2;
        };
    }

    private static List<String> shares(String text) {
        Body body = TextLines.of(text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<StringBuilder> shares = new ArrayList<>();
        for (int i = 0; i < SHARES; i++) {
            shares.add(new StringBuilder());
        }
        int[] at = {0};
        LineShares.split(body, Bodies.LIMITS, LineSharesTest::ownerOf, 1, (share, from, to) -> {
            assertThat(from).isEqualTo(at[0]);
            at[0] = to;
            shares.get(share).append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        });
        assertThat(at[0]).isEqualTo(bytes.length);
        return shares.stream().map(StringBuilder::toString).toList();
    }
}
