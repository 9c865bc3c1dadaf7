package org.metricgateway.backend;

import java.util.Locale;

/** What becomes of a backend, all in all; only an active one is asked. */
public enum Standing {
    UNKNOWN,
    ACTIVE,
    DRAINING,
    DOWN,
    /** Requests themselves have shown that it cannot be asked. */
    EJECTED,
    /** By hand. */
    EXCLUDED;

    /** As in logs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
