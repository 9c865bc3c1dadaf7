package org.metricgateway.backend;

import java.util.concurrent.atomic.AtomicInteger;

/** How many requests are on their way to one backend. */
final class InFlight {

    /** However many still try to begin, it stays below zero. */
    private static final int RETIRED = Integer.MIN_VALUE / 2;

    private final int limit;
    private final AtomicInteger count = new AtomicInteger();

    InFlight(int limit) {
        this.limit = limit;
    }

    int count() {
        return Math.max(0, count.get());
    }

    boolean isFull() {
        return count.get() >= limit;
    }

    /** Whether there was room for one more. */
    boolean begin() {
        int now = count.incrementAndGet();
        if (now > 0 && now <= limit) {
            return true;
        }
        count.decrementAndGet();
        return false;
    }

    void end() {
        count.decrementAndGet();
    }

    /** @return whether there was none; then none begins any more */
    boolean retire() {
        return count.compareAndSet(0, RETIRED);
    }
}
