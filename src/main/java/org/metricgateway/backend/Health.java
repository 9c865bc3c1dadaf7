package org.metricgateway.backend;

import java.util.Locale;

/** What the probes say about a backend. */
public enum Health {
    /** Not probed yet. */
    UNKNOWN,
    ACTIVE,
    /** It takes nothing new, and ends what it has. */
    DRAINING,
    DOWN;

    /** As in logs and on the admin port. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
