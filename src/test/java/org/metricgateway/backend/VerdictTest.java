package org.metricgateway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Permits of a half-open breaker, which lets two calls pass. */
final class VerdictTest {

    private final CircuitBreaker breaker = CircuitBreaker.of(
            "any",
            CircuitBreakerConfig.custom()
                    .permittedNumberOfCallsInHalfOpenState(2)
                    .waitDurationInOpenState(Duration.ofDays(1))
                    .build());

    private final Backend backend = Clocked.of(1).get(0);

    @BeforeEach
    void halfOpen() {
        breaker.transitionToOpenState();
        breaker.transitionToHalfOpenState();
    }

    private Verdict verdict(boolean permitted) {
        return new Verdict(breaker, Attempt.at(backend), permitted, System.nanoTime());
    }

    private int permits() {
        int permits = 0;
        while (breaker.tryAcquirePermission()) {
            permits++;
        }
        return permits;
    }

    @Test
    void aClientThatLeavesGivesItsPermitBack() {
        breaker.tryAcquirePermission();
        verdict(true).over(new ClientLeft());
        assertThat(permits()).isEqualTo(2);
    }

    @Test
    void whatWasForcedHasNoneToGiveBack() {
        verdict(false).over(new ClientLeft());
        assertThat(permits()).isEqualTo(2);
    }

    @Test
    void whatWasForcedCountsAllTheSame() {
        verdict(false).over(new ClosedUnanswered());
        verdict(false).over(new ClosedUnanswered());
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
        verdict(false).over(null);
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
    }
}
