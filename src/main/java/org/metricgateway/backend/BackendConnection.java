package org.metricgateway.backend;

/** A connection to a backend. */
public interface BackendConnection {

    /** Its backend is down: what it has not begun to answer is given up. Called on any thread. */
    void backendDown();
}
