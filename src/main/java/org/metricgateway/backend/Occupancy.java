package org.metricgateway.backend;

import java.util.concurrent.atomic.AtomicInteger;

/** How many attempts are on their way to one backend, and whether there is room for one more. */
final class Occupancy {

    /** In flight at one that has retired: however many still try to begin, it stays below zero. */
    private static final int RETIRED = Integer.MIN_VALUE / 2;

    private final AtomicInteger inFlight = new AtomicInteger();
    private final int most;

    Occupancy(int most) {
        this.most = most;
    }

    int inFlight() {
        return Math.max(0, inFlight.get());
    }

    /** Whether there are as many as there may be at once. */
    boolean isFull() {
        return inFlight.get() >= most;
    }

    /** @return whether there was room; if so, {@link #end} must follow */
    boolean begin() {
        int now = inFlight.incrementAndGet();
        if (now > 0 && now <= most) {
            return true;
        }
        inFlight.decrementAndGet();
        return false;
    }

    void end() {
        inFlight.decrementAndGet();
    }

    /** @return whether nothing was in flight; then nothing begins any more */
    boolean retire() {
        return inFlight.compareAndSet(0, RETIRED);
    }
}
