package org.metricgateway.http;

import java.util.List;

/** The path is known, but not with this method. */
public final class NoSuchMethod extends RuntimeException {

    private final String allowed;

    NoSuchMethod(String method, List<String> methods) {
        super("not with " + method + " but with " + String.join(", ", methods), null, false, false);
        allowed = String.join(", ", methods) + ", OPTIONS";
    }

    /** For the header {@code Allow}. */
    public String allowed() {
        return allowed;
    }
}
