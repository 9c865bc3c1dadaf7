package org.metricgateway.backend;

/** A backend gave no answer that can be passed on. The message may be shown to clients: it names no address. */
public abstract class BackendFailed extends RuntimeException {

    protected BackendFailed(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
