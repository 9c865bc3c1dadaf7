package org.metricgateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LineBudgetTest {

    /** Clocks of this kind may be negative, and wrap. */
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 10);

    private final LineBudget budget = new LineBudget(3, clock::get);

    @Test
    void soManyLinesAndNoMore() {
        assertThat(taken(10)).isEqualTo(3);
        assertThat(budget.left()).isEqualTo(7);
    }

    @Test
    void whatWasLeftOutIsToldOnce() {
        taken(5);
        assertThat(budget.left()).isEqualTo(2);
        assertThat(budget.left()).isZero();
    }

    @Test
    void theNextSecondHasLinesAgain() {
        taken(5);
        clock.addAndGet(999_999_999);
        assertThat(budget.take()).isFalse();
        clock.addAndGet(1);
        assertThat(taken(5)).isEqualTo(3);
    }

    private long taken(int tries) {
        return IntStream.range(0, tries).filter(i -> budget.take()).count();
    }
}
