package org.metricgateway.backend;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** One look at whether a backend is well. It begins when it is made, and is over once. */
public final class Probe {

    private final Backend backend;
    private final Instant time = Instant.now();
    private final boolean breakerWasOpen;
    private final long begunAt;
    private Finding finding;
    private ProbeResult result;

    public Probe(Backend backend) {
        this.backend = backend;
        this.breakerWasOpen = backend.breaker().isOpen();
        backend.probeBegins();
        this.begunAt = backend.clock().getAsLong();
    }

    public Backend backend() {
        return backend;
    }

    long begunAt() {
        return begunAt;
    }

    Finding finding() {
        return finding;
    }

    ProbeResult result() {
        return result;
    }

    /** This is what it found. What is found after that is not told to anybody. */
    public synchronized boolean ends(Finding found) {
        if (finding != null) {
            return false;
        }
        finding = found;
        boolean passed = found.outcome() == Finding.Outcome.PASSED;
        long took = TimeUnit.NANOSECONDS.toMillis(backend.clock().getAsLong() - begunAt);
        result = new ProbeResult(time, passed, took, found.text());
        if (passed && breakerWasOpen) {
            backend.breaker().letTry();
        }
        backend.probed(this);
        backend.membership().probed(backend, found.outcome());
        return true;
    }
}
