package org.metricgateway.backend;

/** A route of the user's sends a request to a group that is not configured. */
public final class NoSuchGroup extends RuntimeException {

    NoSuchGroup(String name) {
        super("a route asks for group " + name + ", which is not configured", null, false, false);
    }
}
