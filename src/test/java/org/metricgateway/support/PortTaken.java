package org.metricgateway.support;

/** Somebody else listens on a port. */
public final class PortTaken extends RuntimeException {

    public PortTaken(String who, int port) {
        super("port " + port + ", where " + who + " should listen, is taken");
    }
}
