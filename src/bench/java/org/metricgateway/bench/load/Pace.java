package org.metricgateway.bench.load;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/** Sends a request whenever one is due, on whichever connection is free, from a thread of its own. */
final class Pace extends Thread {

    /** Nanoseconds. Looks again by itself: to be woken would cost the thread that reads answers, and so the figures. */
    private static final long PAUSE = 20_000;

    private final int requests;
    private final long interval;
    private final Queue<Caller> idle;
    private volatile boolean failed;

    /** @param interval nanoseconds from one to the next */
    Pace(int requests, long interval, Queue<Caller> idle) {
        super("pace");
        this.requests = requests;
        this.interval = interval;
        this.idle = idle;
        setDaemon(true);
    }

    boolean hasFailed() {
        return failed;
    }

    @Override
    public void run() {
        long due = System.nanoTime();
        try {
            for (int sent = 0; sent < requests; sent++, due += interval) {
                // A rate is kept by the clock: there is no condition to wait for.
                for (long early; (early = due - System.nanoTime()) > 0; ) {
                    LockSupport.parkNanos(early);
                }
                send(due);
            }
        } catch (IOException e) {
            failed = true;
        }
    }

    /** That this thread woke up late is nobody's fault; that no connection was free is the server's. */
    private void send(long due) throws IOException {
        Caller caller = idle.poll();
        if (caller != null) {
            caller.send(System.nanoTime());
            return;
        }
        while ((caller = idle.poll()) == null) {
            LockSupport.parkNanos(PAUSE);
        }
        caller.send(due);
    }
}
