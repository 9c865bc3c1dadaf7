package org.metricgateway.backend;

/** No answer, or no more of it, within the time allowed. */
public final class TooSlow extends BackendFailed {

    public TooSlow(String what) {
        super("its backend " + what, null);
    }
}
