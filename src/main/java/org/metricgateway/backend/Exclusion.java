package org.metricgateway.backend;

import java.time.Duration;

/** An operator's word that a backend is not asked, for a time or until further notice. */
final class Exclusion {

    private boolean on;
    private boolean forever;
    private long until;
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
            why = reason;
        }
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
