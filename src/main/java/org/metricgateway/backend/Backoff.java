package org.metricgateway.backend;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** How long a request pauses before it is asked again: longer each time, and never the same for all. In nanoseconds. */
final class Backoff {

    private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(10);

    /** A retry that was sent before is not put off for longer. */
    private static final int SENT = 2;

    /** Ten, twenty, forty, eighty, and then 160 ms at the most. */
    private static final int NOT_SENT = 4;

    private Backoff() {}

    /** @param number of the retry, counted from 1 */
    static long beforeRetry(int number) {
        return jittered(FIRST << Math.min(number, SENT));
    }

    /** @param number of the pause, counted from 1 */
    static long afterUnsent(int number) {
        return jittered(FIRST << Math.min(number, NOT_SENT));
    }

    private static long jittered(long most) {
        return ThreadLocalRandom.current().nextLong(most / 2, most);
    }
}
