package org.metricgateway.backend;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An operator's word that a backend is not asked, for a time or until further notice. */
final class Exclusion {

    private boolean on;
    private boolean forever;
    private long until;
    private Instant end;
    private String why = "";

    boolean isOn() {
        return on;
    }

    String why() {
        return why;
    }

    /**
     * Changes nothing while it is on.
     *
     * @param time null for ever
     */
    void begin(Duration time, String reason, long now) {
        if (!on) {
            on = true;
            forever = time == null;
            until = forever ? 0 : now + time.toNanos();
            end = forever ? null : Instant.now().plus(time);
            why = reason;
        }
    }

    /** When it ends by itself, if it does. */
    Optional<Instant> until() {
        return on ? Optional.ofNullable(end) : Optional.empty();
    }

    void end() {
        on = false;
    }

    /** Ends it if its time is over. */
    void look(long now) {
        if (on && !forever && now - until >= 0) {
            on = false;
        }
    }
}
