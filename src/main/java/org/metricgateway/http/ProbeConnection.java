package org.metricgateway.http;

/**
 * The connection that a well backend's probes share, while nobody uses it: 250 new ones a second, as 500 backends need without, cost
 * a fifteenth of a core. After some probes there is a new one all the same, as a backend that takes no new connections is not well.
 * It lives on one event loop.
 */
final class ProbeConnection {

    private static final int MOST_PROBES = 10;

    private final Runnable whenLost;
    private ProbeHandler idle;

    /** @param whenLost called if the backend ends it, though it has kept it from one probe to the next: it may be stopping */
    ProbeConnection(Runnable whenLost) {
        this.whenLost = whenLost;
    }

    /** Who gets it gives it back, or closes it; null if there is none. */
    ProbeHandler take() {
        ProbeHandler taken = idle;
        idle = null;
        return taken;
    }

    void giveBack(ProbeHandler handler) {
        if (handler.served() < MOST_PROBES) {
            idle = handler;
        } else {
            handler.close();
        }
    }

    void lost(ProbeHandler handler) {
        if (handler == idle) {
            idle = null;
            // One that was never used twice shows only that this backend keeps none for so long.
            if (handler.served() > 1) {
                whenLost.run();
            }
        }
    }

    void close() {
        ProbeHandler taken = take();
        if (taken != null) {
            taken.close();
        }
    }
}
