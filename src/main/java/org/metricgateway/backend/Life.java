package org.metricgateway.backend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.metricgateway.config.GroupSettings.Probing;

/** One backend's ups and downs: probes, ejections and operators each have a word in where it stands. */
final class Life {

    private final LongSupplier clock;
    private final ProbeHistory probes;
    private final Ejection ejection = new Ejection();
    private final Exclusion exclusion = new Exclusion();
    private volatile Standing standing = Standing.UNKNOWN;
    private volatile Instant since = Instant.now();
    private volatile boolean sound;

    /** @param clock like {@link System#nanoTime()} */
    Life(Probing thresholds, LongSupplier clock) {
        this.clock = clock;
        this.probes = new ProbeHistory(thresholds);
    }

    /**
     * What a change has brought.
     *
     * @param heard whether it stands otherwise, or its latest probe says otherwise than the one before
     * @param down whether the probes have given it up just now
     */
    record Turn(Standing before, Standing after, boolean heard, boolean down) {}

    Standing standing() {
        return standing;
    }

    Instant since() {
        return since;
    }

    /** Whether its latest probe has passed. */
    boolean isSound() {
        return sound;
    }

    synchronized List<ProbeResult> probes() {
        return probes.results();
    }

    synchronized Optional<Instant> excludedUntil() {
        return exclusion.until();
    }

    synchronized int failures() {
        return probes.failures();
    }

    synchronized Health health() {
        return standing == Standing.EJECTED ? Health.DOWN : probes.health();
    }

    synchronized String reason() {
        return switch (standing) {
            case EXCLUDED -> exclusion.why();
            case EJECTED -> ejection.why();
            case ACTIVE -> "";
            default -> probes.why();
        };
    }

    Turn exclude(Duration time, String reason) {
        return change(now -> exclusion.begin(time, reason, now));
    }

    Turn include() {
        return change(now -> exclusion.end());
    }

    Turn look() {
        return change(now -> exclusion.look(now));
    }

    Turn eject(String reason) {
        return change(now -> ejection.begin(reason, now));
    }

    Turn drain(String reason) {
        return change(now -> probes.told(reason, now));
    }

    /** @param needed whether its group has nobody to ask */
    Turn probed(Probe probe, boolean needed) {
        return change(now -> {
            probes.add(probe, now, needed);
            if (probes.isSound()) {
                ejection.passed(probe.begunAt(), now, needed);
            }
        });
    }

    private synchronized Turn change(LongConsumer change) {
        Standing before = standing;
        boolean wasSound = sound;
        boolean wasDown = probes.health() == Health.DOWN;
        change.accept(clock.getAsLong());
        stand();
        boolean heard = before != standing || wasSound != sound;
        return new Turn(before, standing, heard, !wasDown && probes.health() == Health.DOWN);
    }

    private void stand() {
        boolean ejected = ejection.isOn() && probes.health() == Health.ACTIVE;
        Standing now = exclusion.isOn()
                ? Standing.EXCLUDED
                : ejected ? Standing.EJECTED : Standing.valueOf(probes.health().name());
        sound = probes.isSound();
        if (now != standing) {
            standing = now;
            since = Instant.now();
        }
    }
}
