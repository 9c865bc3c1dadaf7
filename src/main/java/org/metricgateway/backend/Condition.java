package org.metricgateway.backend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.metricgateway.config.GroupSettings.Probing;

/** What probes, answers and operators say about one backend. Any thread may say it. */
abstract class Condition {

    private final Life life;
    private final Duration usualInterval;

    /** Something has happened that only a probe can clear up. */
    private volatile boolean probeWanted;

    /** @param clock like {@link System#nanoTime()} */
    Condition(Probing probing, LongSupplier clock) {
        this.life = new Life(probing, clock);
        this.usualInterval = probing.interval();
    }

    /** What the probes say; an ejected one counts as down. */
    public Health health() {
        return life.health();
    }

    /** Why it is as it is, for operators; empty if it is active. */
    public String reason() {
        return life.reason();
    }

    /** Since when it is as it is. */
    public Instant since() {
        return life.since();
    }

    /** The latest first, and not more than a few. */
    public List<ProbeResult> lastProbes() {
        return life.probes();
    }

    /** Failed probes in a row. */
    public int consecutiveFailures() {
        return life.failures();
    }

    public boolean isExcluded() {
        return standing() == Standing.EXCLUDED;
    }

    /** When it is included by itself; empty if it is not excluded, or for no certain time. */
    public Optional<Instant> excludedUntil() {
        return life.excludedUntil();
    }

    /** What becomes of it, all in all. */
    public Standing standing() {
        return life.standing();
    }

    /** Whether its latest probe has passed. */
    boolean isSound() {
        return life.isSound();
    }

    /** How long after the beginning of one probe the next one begins. */
    public Duration probeInterval() {
        return ProbeInterval.of(usualInterval, standing(), isNeeded() || probeWanted);
    }

    /**
     * Nobody asks it until it is included again. Who is excluded already stays so as before.
     *
     * @param time after which it is included by itself; null for never
     * @return whether it was not excluded before
     */
    public boolean exclude(Duration time, String reason) {
        return tell(life.exclude(time, reason)) != Standing.EXCLUDED;
    }

    /** @return whether it was excluded before */
    public boolean include() {
        return tell(life.include()) == Standing.EXCLUDED;
    }

    /** Includes it if the time is over for which it was excluded. */
    public void look() {
        tell(life.look());
    }

    /**
     * Nobody asks it for a while: a fresh connection was refused, or it said that it is about to stop.
     *
     * @param reason for the log and operators
     */
    void eject(String reason) {
        probeWanted = true;
        tell(life.eject(reason));
    }

    /**
     * It said that it takes nothing new.
     *
     * @param reason for the log and operators
     */
    void drain(String reason) {
        probeWanted = true;
        tell(life.drain(reason));
    }

    void probeBegins() {
        probeWanted = false;
    }

    void probed(Probe probe) {
        tell(life.probed(probe, isNeeded()));
    }

    /** @return where it stood before */
    private Standing tell(Life.Turn turn) {
        if (turn.heard()) {
            changed(turn.before(), turn.after());
        }
        // After that: what is asked elsewhere must not come back here.
        if (turn.down()) {
            turnedDown();
        }
        return turn.before();
    }

    /** It stands otherwise than before, or its latest probe says otherwise than the one before. */
    abstract void changed(Standing before, Standing after);

    /** It is down: what it has not begun to answer is asked elsewhere. */
    abstract void turnedDown();

    /** Whether its group has nobody to ask. */
    abstract boolean isNeeded();
}
