package org.metricgateway.http;

import java.util.List;

/** The path is known, but not with this method. */
public final class NoSuchMethod extends RuntimeException {

    private final String allowed;

    /** @param methods those that it has */
    public NoSuchMethod(String method, List<String> methods) {
        super("not with " + method + " but with " + String.join(", ", methods), null, false, false);
        allowed = String.join(", ", methods);
    }

    /** For the header {@code Allow}. */
    public String allowed() {
        return allowed;
    }
}
