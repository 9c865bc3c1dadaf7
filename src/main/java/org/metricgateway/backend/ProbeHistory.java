package org.metricgateway.backend;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.metricgateway.config.GroupSettings.Probing;

/** What the probes of one backend have said, and its answers where they told of its life. */
final class ProbeHistory {

    private static final long DRAINING_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final int KEPT = 5;

    private final Probing thresholds;
    private Health health = Health.UNKNOWN;
    private String why = "not probed yet";
    private int passes;
    private int failures;
    private long drainedAt;
    private final Deque<ProbeResult> results = new ArrayDeque<>();

    ProbeHistory(Probing thresholds) {
        this.thresholds = thresholds;
    }

    Health health() {
        return health;
    }

    /** Of the latest word against it. */
    String why() {
        return why;
    }

    /** The latest first, and not more than a few. */
    List<ProbeResult> results() {
        return List.copyOf(results);
    }

    /** Whether the latest probe has passed. */
    boolean isSound() {
        return !results.isEmpty() && results.getFirst().passed();
    }

    /** Failed probes in a row. */
    int failures() {
        return failures;
    }

    /** @param needed whether its group has nobody to ask: then one pass is enough */
    void add(Probe probe, long now, boolean needed) {
        results.addFirst(probe.result());
        if (results.size() > KEPT) {
            results.removeLast();
        }
        switch (probe.finding().outcome()) {
            case PASSED -> passed(probe.begunAt(), now, needed);
            case FAILED -> failed(probe.finding().text());
            case DRAINING -> drained(probe.finding().text(), now);
        }
    }

    private void passed(long begunAt, long now, boolean needed) {
        failures = 0;
        // A probe that began before says nothing about what came after.
        passes += health == Health.DRAINING && begunAt - drainedAt <= 0 ? 0 : 1;
        boolean longEnough = health != Health.DRAINING || now - drainedAt >= DRAINING_NANOS;
        if (longEnough && passes >= (needed ? 1 : wanted())) {
            health = Health.ACTIVE;
        }
    }

    private int wanted() {
        return switch (health) {
            case DOWN -> thresholds.rise();
            case DRAINING -> 2;
            default -> 1;
        };
    }

    private void failed(String text) {
        passes = 0;
        failures++;
        why = text;
        if (failures >= thresholds.fall()) {
            health = Health.DOWN;
        }
    }

    /** An answer has told so. One that is down may have given it long ago. */
    void told(String reason, long now) {
        if (health != Health.DOWN) {
            drained(reason, now);
        }
    }

    private void drained(String reason, long now) {
        passes = 0;
        failures = 0;
        why = reason;
        health = Health.DRAINING;
        drainedAt = now;
    }
}
