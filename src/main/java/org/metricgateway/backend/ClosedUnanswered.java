package org.metricgateway.backend;

/** The backend closed the connection before the first byte of its answer. */
public final class ClosedUnanswered extends BackendFailed {

    public ClosedUnanswered() {
        super("its backend closed the connection without an answer", null);
    }
}
