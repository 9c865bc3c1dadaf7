package org.metricgateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlanTest {

    private static final Owners OWNERS = new Owners(
            List.of(
                    new Rule(1, Pattern.compile("^c"), "cpu"),
                    new Rule(2, Pattern.compile("^m"), "mem"),
                    new Rule(3, Pattern.compile("^d"), "disk")),
            Optional.empty());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c1             | cpu 0
            c1,c2,c1       | cpu 0 1 2
            c1,m1          | cpu 0, mem 1
            m1,c1,m1       | mem 0 2, cpu 1
            d,c,m,c,d      | disk 0 4, cpu 1 3, mem 2
            m,-,c,-        | mem 0 1 3, cpu 2
            -,m,c          | mem 0 1, cpu 2
            -,-,c          | cpu 0 1 2
            -,c            | cpu 0 1
            -              | ''
            -,-            | ''
            ''             | ''
            """)
    void divides(String metrics, String shares) {
        assertThat(text(Plan.of(names(metrics), OWNERS))).isEqualTo(shares);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c1             | cpu 0
            m1,c1,m1       | mem 0 1 2
            -,m,c,x        | mem 0 1 2 3
            -,-            | ''
            ''             | ''
            """)
    void theFirstMetricDecides(String metrics, String shares) {
        assertThat(text(Plan.simple(names(metrics), OWNERS))).isEqualTo(shares);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x                     | no rule owns x
            c,x                   | no rule owns x
            x,c,y,x               | no rule owns x, y
            x1,x2,x3,x4,x5        | no rule owns x1, x2, x3, x4, x5
            x1,x2,c,x3,x4,x5,x6,x7 | no rule owns x1, x2, x3, x4, x5 and 2 more
            """)
    void isAllOrNothing(String metrics, String reason) {
        assertThatThrownBy(() -> Plan.of(names(metrics), OWNERS))
                .isInstanceOf(Unowned.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource({"x", "'x,c'", "'-,x,c'"})
    void needsAnOwnerOfTheFirstMetric(String metrics) {
        assertThatThrownBy(() -> Plan.simple(names(metrics), OWNERS))
                .isInstanceOf(Unowned.class)
                .hasMessage("no rule owns x");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void everyElementIsInOneShare(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            List<String> names = random.ints(random.nextInt(30), 0, 4)
                    .mapToObj(i -> List.of("c", "m", "d", "").get(i))
                    .toList();
            Plan plan = Plan.of(names, OWNERS);
            int[] all = plan.shares().stream()
                    .flatMapToInt(share -> Arrays.stream(share.positions()))
                    .sorted()
                    .toArray();
            boolean named = names.stream().anyMatch(name -> !name.isEmpty());
            assertThat(all)
                    .isEqualTo(IntStream.range(0, named ? names.size() : 0).toArray());
            assertThat(plan.split())
                    .isEqualTo(names.stream()
                                    .filter(name -> !name.isEmpty())
                                    .distinct()
                                    .count()
                            > 1);
        }
    }

    private static List<String> names(String metrics) {
        return metrics.isEmpty()
                ? List.of()
                : Arrays.stream(metrics.split(","))
                        .map(name -> name.equals("-") ? "" : name)
                        .toList();
    }

    private static String text(Plan plan) {
        return plan.shares().stream()
                .map(share -> share.group()
                        + Arrays.stream(share.positions())
                                .mapToObj(i -> " " + i)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(", "));
    }
}
