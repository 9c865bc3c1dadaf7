package org.metricgateway.backend;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.TimeUnit;

/**
 * What a breaker is told of an attempt: at the head, how long it took and whether its status is a failure; after it, only that the
 * answer broke off. A client that leaves, and the gateway's own limits, say nothing about a backend.
 */
final class Verdict {

    private final CircuitBreaker breaker;
    private final Attempt attempt;
    private final boolean permitted;
    private final long start;
    private boolean told;

    /**
     * @param permitted whether the breaker let it pass: what was forced has no permit to give back
     * @param start the {@link System#nanoTime()} at which it begins
     */
    Verdict(CircuitBreaker breaker, Attempt attempt, boolean permitted, long start) {
        this.breaker = breaker;
        this.attempt = attempt;
        this.permitted = permitted;
        this.start = start;
        attempt.whenHeadArrives(this::head);
    }

    private void head() {
        told = true;
        long took = attempt.headAt() - start;
        if (attempt.backend().group().failureStatus().contains(attempt.status())) {
            breaker.onError(took, TimeUnit.NANOSECONDS, new FailureStatus(attempt.status()));
        } else {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        }
    }

    void over(Throwable failure) {
        if (failure instanceof BackendFailed) {
            told = true;
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, failure);
        } else if (!told && failure == null) {
            told = true;
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        } else if (!told && permitted) {
            breaker.releasePermission();
        }
    }

    /** An answer whose status counts against the backend. */
    private static final class FailureStatus extends RuntimeException {

        FailureStatus(int status) {
            super("status " + status, null, false, false);
        }
    }
}
