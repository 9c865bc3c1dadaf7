package org.metricgateway.bench.load;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/** Sends a request whenever one is due, on whichever connection is free. */
final class Pace {

    /** Nanoseconds. Once all are sent there are only answers to look for. */
    private static final long PAUSE = 50_000;

    private final int requests;
    private final long interval;
    private final Queue<Caller> idle;
    private int sent;
    private long due = System.nanoTime();
    private boolean starved;

    /** @param interval nanoseconds from one to the next */
    Pace(int requests, long interval, Queue<Caller> idle) {
        this.requests = requests;
        this.interval = interval;
        this.idle = idle;
    }

    /**
     * That this thread woke up late is nobody's fault; that no connection was free is the server's, also for those that were to
     * be sent meanwhile.
     */
    void sendDue() throws IOException {
        for (; sent < requests; sent++, due += interval) {
            long now = System.nanoTime();
            if (due > now) {
                starved = false;
                return;
            }
            Caller free = idle.poll();
            if (free == null) {
                starved = true;
                return;
            }
            free.send(starved ? due : now);
        }
    }

    /** A rate is kept by the clock: there is no condition to wait for. */
    void awaitNext() {
        long early = starved || sent == requests ? PAUSE : due - System.nanoTime();
        if (early > 0) {
            LockSupport.parkNanos(early);
        }
    }
}
