package org.metricgateway.http;

/** The configuration forbids it. */
public final class Forbidden extends RuntimeException {

    public Forbidden(String reason) {
        super(reason, null, false, false);
    }
}
