package org.metricgateway.http;

/** The request does not say who sends it, or says it wrongly. */
public final class Unauthorized extends RuntimeException {

    /** For the header {@code WWW-Authenticate}. */
    static final String CHALLENGE = "Bearer realm=\"metric-gateway\"";

    public Unauthorized(String reason) {
        super(reason, null, false, false);
    }
}
