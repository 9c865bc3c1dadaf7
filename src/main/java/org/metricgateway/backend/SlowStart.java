package org.metricgateway.backend;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/** A backend that was away gets a tenth of its part of the requests, then more and more of it. */
final class SlowStart {

    private static final double LEAST = 0.1;

    private final long time;
    private final LongSupplier clock;
    private volatile boolean on;
    private volatile long begunAt;

    SlowStart(Duration time, LongSupplier clock) {
        this.time = time.toNanos();
        this.clock = clock;
    }

    void begin() {
        begunAt = clock.getAsLong();
        on = time > 0;
    }

    /** Whether it takes the turn that it is offered. */
    boolean takesTurn() {
        return !on || ThreadLocalRandom.current().nextDouble() < part();
    }

    /** Of what it gets in the end, from a tenth to 1. */
    double part() {
        long age = clock.getAsLong() - begunAt;
        if (!on || age >= time) {
            on = false;
            return 1;
        }
        return LEAST + (1 - LEAST) * age / time;
    }
}
