package org.metricgateway.backend;

import java.util.concurrent.atomic.LongAdder;

/**
 * How many retries a group may have: a fifth of its requests, at least three a second; what ten seconds give may be spent at once.
 * So a group that is ill is not asked twice as much as one that is well.
 */
final class RetryBudget {

    private static final int FIFTH = 5;
    private static final long AT_LEAST = 3 * 10;

    private final Recent requests = new Recent();
    private final Recent retries = new Recent();
    private final LongAdder refused = new LongAdder();

    /** @param nanoTime of a request, a {@link System#nanoTime()} */
    void requested(long nanoTime) {
        requests.add(nanoTime);
    }

    /** Whether there may be one more retry, which is then spent. */
    boolean take(long nanoTime) {
        boolean left = retries.count(nanoTime) < Math.max(AT_LEAST, requests.count(nanoTime) / FIFTH);
        if (left) {
            retries.add(nanoTime);
        } else {
            refused.increment();
        }
        return left;
    }

    /** How many retries it did not allow. */
    long refused() {
        return refused.sum();
    }
}
