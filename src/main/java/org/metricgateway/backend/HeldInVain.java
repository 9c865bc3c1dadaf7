package org.metricgateway.backend;

import java.time.Duration;

/** A request could not wait for a backend to ask, or no longer. */
public final class HeldInVain extends RuntimeException {

    private HeldInVain(String group, String reason) {
        super("group " + group + ": " + reason + "; try again", null, false, false);
    }

    static HeldInVain after(String group, Duration time) {
        String waited = time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
        return new HeldInVain(group, "no backend could be asked within " + waited);
    }

    static HeldInVain full(String group) {
        return new HeldInVain(group, "no backend can be asked, and as many requests wait for one as may");
    }
}
