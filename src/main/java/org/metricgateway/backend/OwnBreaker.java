package org.metricgateway.backend;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/** The breaker of one backend, as soon as its route has started. */
final class OwnBreaker {

    private volatile CircuitBreaker breaker;

    void is(CircuitBreaker itsBreaker) {
        breaker = itsBreaker;
    }

    /** As Resilience4j names it. */
    String state() {
        CircuitBreaker current = breaker;
        return current == null
                ? CircuitBreaker.State.CLOSED.name()
                : current.getState().name();
    }

    /** Half-open does not count, or it would never close again. */
    boolean isOpen() {
        CircuitBreaker current = breaker;
        return current != null
                && switch (current.getState()) {
                    case OPEN, FORCED_OPEN -> true;
                    default -> false;
                };
    }

    /** A probe has passed: if it is open, a few requests may try. */
    void letTry() {
        CircuitBreaker current = breaker;
        if (current != null && current.getState() == CircuitBreaker.State.OPEN) {
            current.transitionToHalfOpenState();
        }
    }

    /** In percent. */
    float failureRate() {
        CircuitBreaker current = breaker;
        return current == null ? 0 : current.getMetrics().getFailureRate();
    }

    /** In percent. */
    float slowRate() {
        CircuitBreaker current = breaker;
        return current == null ? 0 : current.getMetrics().getSlowCallRate();
    }
}
