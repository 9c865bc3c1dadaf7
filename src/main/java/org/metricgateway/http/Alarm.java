package org.metricgateway.http;

import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A time limit that each message moves, without a new timer for each. It belongs to one event loop.
 */
final class Alarm implements Runnable {

    private final EventExecutor loop;
    private final Runnable bell;
    private boolean on;
    private long due;
    private Future<?> timer;
    private long timerDue;

    Alarm(EventExecutor loop, Runnable bell) {
        this.loop = loop;
        this.bell = bell;
    }

    /** Rings once after this time, unless it is set again or turned off before. */
    void in(Duration time) {
        at(Turn.of(loop).now() + time.toNanos());
    }

    /** Rings once at this {@link System#nanoTime()}. */
    void at(long nanoTime) {
        on = true;
        due = nanoTime;
        if (timer == null || timerDue - due > 0) {
            schedule();
        }
    }

    boolean isOn() {
        return on;
    }

    void off() {
        on = false;
    }

    /** Off for good: the timer goes too. */
    void stop() {
        on = false;
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    @Override
    public void run() {
        timer = null;
        if (!on) {
            return;
        }
        if (due - System.nanoTime() > 0) {
            schedule();
        } else {
            on = false;
            bell.run();
        }
    }

    private void schedule() {
        if (timer != null) {
            timer.cancel(false);
        }
        timerDue = due;
        timer = loop.schedule(this, Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
}
