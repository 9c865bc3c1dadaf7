package org.metricgateway.http;

/** The configuration forbids it. */
public final class Forbidden extends RuntimeException {

    Forbidden(String reason) {
        super(reason, null, false, false);
    }
}
