package org.metricgateway.backend;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How often a backend is probed: the more often, the more depends on it. */
final class ProbeInterval {

    private static final Duration URGENT = Duration.ofMillis(250);

    private static final Duration AWAY = Duration.ofSeconds(1);

    private static final double JITTER = 0.1;

    private ProbeInterval() {}

    /**
     * @param usual as configured
     * @param urgent whether somebody waits for what the probe says
     */
    static Duration of(Duration usual, Standing standing, boolean urgent) {
        boolean away = standing == Standing.EJECTED || standing == Standing.DRAINING;
        Duration most = urgent ? URGENT : away ? AWAY : usual;
        return jittered(most.compareTo(usual) < 0 ? most : usual);
    }

    /** Many gateways, and many backends of one, must not fall into step. */
    private static Duration jittered(Duration time) {
        double factor = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofNanos(Math.round(time.toNanos() * factor));
    }
}
