package org.metricgateway.backend;

/** The client closed its connection before its answer was complete. */
public final class ClientLeft extends RuntimeException {

    public ClientLeft() {
        super("the client left", null, false, false);
    }
}
