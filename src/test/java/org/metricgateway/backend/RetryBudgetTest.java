package org.metricgateway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryBudgetTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RetryBudget budget = new RetryBudget();

    private long taken(long at, int tries) {
        return LongStream.range(0, tries).filter(i -> budget.take(at)).count();
    }

    private void requests(long at, int count) {
        LongStream.range(0, count).forEach(i -> budget.requested(at));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000_000_000_000L, Long.MAX_VALUE - 5, -1_000_000_000_000L})
    void threeASecondAreThereFromTheBeginning(long now) {
        assertThat(taken(now, 100)).isEqualTo(30);
        assertThat(budget.refused()).isEqualTo(70);
    }

    @Test
    void aFifthOfManyRequests() {
        for (int second = 0; second < 10; second++) {
            requests(second * SECOND, 100);
        }
        assertThat(taken(9 * SECOND, 1000)).isEqualTo(200);
    }

    @Test
    void whatIsSpentComesBackAfterTenSeconds() {
        assertThat(taken(0, 100)).isEqualTo(30);
        assertThat(taken(8 * SECOND, 100)).isZero();
        assertThat(taken(12 * SECOND, 100)).isEqualTo(30);
    }

    /** The group was asked much, and then was not: the old requests pay for nothing. */
    @Test
    void oldRequestsDoNotCount() {
        requests(0, 100_000);
        assertThat(taken(60 * SECOND, 100)).isEqualTo(30);
    }

    @Test
    void inTheLongRunAFifthAndTheBurst() {
        long retries = 0;
        for (int second = 0; second < 120; second++) {
            requests(second * SECOND, 50);
            retries += taken(second * SECOND, 25);
        }
        assertThat(retries).isBetween(120 * 10L - 150, 120 * 10L + 150);
    }

    @Test
    void manyThreadsLoseNothing() {
        Stream.generate(() -> 0).limit(100_000).parallel().forEach(i -> budget.requested(0));
        assertThat(taken(0, 100_000)).isEqualTo(20_000);
    }
}
