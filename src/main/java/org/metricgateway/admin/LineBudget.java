package org.metricgateway.admin;

import java.util.function.LongSupplier;

/** So many lines per second may be logged, however many clients give reason to. */
final class LineBudget {

    private static final long SECOND = 1_000_000_000L;

    private final int lines;
    private final LongSupplier nanos;
    private long begin;
    private int used;
    private long left;

    /** @param nanos a clock like {@link System#nanoTime()} */
    LineBudget(int lines, LongSupplier nanos) {
        this.lines = lines;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    /** Whether one more line may be logged. If not it is counted. */
    synchronized boolean take() {
        long now = nanos.getAsLong();
        if (now - begin >= SECOND) {
            begin = now;
            used = 0;
        }
        if (used < lines) {
            used++;
            return true;
        }
        left++;
        return false;
    }

    /** How many were counted since this was last asked. */
    synchronized long left() {
        long count = left;
        left = 0;
        return count;
    }
}
