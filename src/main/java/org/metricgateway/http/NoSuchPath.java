package org.metricgateway.http;

/** No dialect and no path rule knows the path. */
public final class NoSuchPath extends RuntimeException {

    public NoSuchPath(String reason) {
        super(reason, null, false, false);
    }
}
