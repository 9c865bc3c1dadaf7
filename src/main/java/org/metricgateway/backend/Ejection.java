package org.metricgateway.backend;

import java.util.concurrent.TimeUnit;

/** How long a backend is left alone that requests could not be sent to: longer each time, until it has been well for a while. */
final class Ejection {

    private static final long FIRST = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);
    private static final long WELL = LONGEST;

    private boolean on;
    private String why = "";
    private long begunAt;
    private long lastSeenAt;
    private long time;
    private long overAt;

    boolean isOn() {
        return on;
    }

    String why() {
        return why;
    }

    /** What comes while it is on makes it no longer: those are requests that were on their way. */
    void begin(String reason, long now) {
        if (!on) {
            time = time == 0 || now - overAt > WELL ? FIRST : Math.min(2 * time, LONGEST);
            begunAt = now;
            on = true;
        }
        lastSeenAt = now;
        why = reason;
    }

    /**
     * A probe has passed.
     *
     * @param probeBegunAt a probe that began before says nothing about what came after
     * @param needed whether its group has nobody to ask: then nothing is gained by leaving it alone
     */
    void passed(long probeBegunAt, long now, boolean needed) {
        boolean later = probeBegunAt - lastSeenAt > 0;
        if (on && later && (needed || now - begunAt >= time)) {
            on = false;
            overAt = now;
        }
    }
}
