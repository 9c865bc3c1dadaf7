package org.metricgateway.backend;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What probes, answers and operators say about one backend. */
abstract class Condition {

    private boolean excluded;
    private String reason = "";
    private Instant since = Instant.now();

    /** What the probes say; an ejected one counts as down. */
    public synchronized Health health() {
        return Health.ACTIVE;
    }

    /** Why it is as it is, for operators. */
    public synchronized String reason() {
        return reason;
    }

    /** Since when. */
    public synchronized Instant since() {
        return since;
    }

    public synchronized Optional<ProbeResult> lastProbe() {
        return Optional.empty();
    }

    /** Failed probes in a row. */
    public synchronized int consecutiveFailures() {
        return 0;
    }

    public synchronized boolean isExcluded() {
        return excluded;
    }

    /**
     * Nobody asks it until it is included again.
     *
     * @param time after which it is included by itself; null for never
     * @return whether it was not excluded before
     */
    public synchronized boolean exclude(Duration time, String why) {
        boolean changed = !excluded;
        excluded = true;
        reason = why;
        since = Instant.now();
        return changed;
    }

    /** @return whether it was excluded before */
    public synchronized boolean include() {
        boolean changed = excluded;
        excluded = false;
        reason = "";
        since = Instant.now();
        return changed;
    }

    /**
     * Nobody asks it for a while: a fresh connection was refused, or it said that it is about to stop.
     *
     * @param why for the log and operators
     */
    void eject(String why) {}

    /**
     * It said that it takes nothing new.
     *
     * @param why for the log and operators
     */
    void drain(String why) {}

    /** It is down: what it has not begun to answer is asked elsewhere. */
    abstract void turnedDown();

    synchronized boolean isUsable() {
        return !excluded;
    }
}
