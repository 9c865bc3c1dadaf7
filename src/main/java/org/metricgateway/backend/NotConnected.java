package org.metricgateway.backend;

/** No connection to the backend could be made: nothing of the request was sent. */
public final class NotConnected extends BackendFailed {

    public NotConnected(Throwable cause) {
        super("no connection to its backend", cause);
    }
}
