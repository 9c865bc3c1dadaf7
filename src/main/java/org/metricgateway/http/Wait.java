package org.metricgateway.http;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A request waits on its event loop: until the time is over, its client leaves, or whoever began it ends it. */
final class Wait implements Pending {

    private final Calls calls;
    private final Runnable whenOver;
    private final Runnable ifLeft;
    private final Future<?> timer;
    private boolean ended;

    Wait(Calls calls, EventLoop loop, long nanos, Runnable whenOver, Runnable ifLeft) {
        this.calls = calls;
        this.whenOver = whenOver;
        this.ifLeft = ifLeft;
        this.timer = loop.schedule(this::over, Math.max(0, nanos), TimeUnit.NANOSECONDS);
        calls.begin(this);
    }

    private void over() {
        if (end()) {
            whenOver.run();
        }
    }

    @Override
    public void left() {
        if (end()) {
            ifLeft.run();
        }
    }

    /** Whether it had not ended before. */
    boolean end() {
        if (ended) {
            return false;
        }
        ended = true;
        timer.cancel(false);
        calls.end(this);
        return true;
    }
}
