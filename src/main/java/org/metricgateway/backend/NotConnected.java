package org.metricgateway.backend;

/** No connection to the backend could be made: nothing of the request was sent. */
public final class NotConnected extends BackendFailed {

    public NotConnected(Throwable cause) {
        super("no connection to its backend", cause);
    }

    /** For the log and operators. */
    String reason() {
        Throwable root = this;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == this ? "no connection in time" : "no connection: " + root.getMessage();
    }
}
