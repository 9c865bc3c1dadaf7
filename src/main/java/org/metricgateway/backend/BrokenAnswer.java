package org.metricgateway.backend;

/** The backend's answer broke off, or is not what it promised to be. */
public final class BrokenAnswer extends BackendFailed {

    public BrokenAnswer(String what) {
        super("its backend's answer " + what, null);
    }
}
