package org.metricgateway.backend;

/** The backend turned out to be down while it was asked. */
public final class BackendDown extends BackendFailed {

    public BackendDown() {
        super("its backend went down before it answered", null);
    }
}
