package org.metricgateway.http;

import java.util.concurrent.atomic.AtomicLong;

/** So much may be held at once, of bytes or of requests, by all connections together. */
public final class Budget {

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    public Budget(long limit) {
        this.limit = limit;
    }

    /** Takes this much if that much is left. */
    public boolean take(long amount) {
        if (used.addAndGet(amount) <= limit) {
            return true;
        }
        used.addAndGet(-amount);
        return false;
    }

    public void give(long amount) {
        used.addAndGet(-amount);
    }

    public long used() {
        return used.get();
    }

    public long limit() {
        return limit;
    }
}
