package org.metricgateway.http;

/** No dialect and no path rule knows the path. */
public final class NoSuchPath extends RuntimeException {

    NoSuchPath(String path) {
        super("no such path: " + path, null, false, false);
    }
}
