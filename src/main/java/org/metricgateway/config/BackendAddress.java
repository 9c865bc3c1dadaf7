package org.metricgateway.config;

import java.net.URI;

/**
 * Where one backend is.
 *
 * @param url http or https, without user info, query and fragment
 * @param weight how often it is asked, beside others, where its group is weighted; 1 to 1000
 */
public record BackendAddress(URI url, int weight) {

    public static BackendAddress of(URI url) {
        return new BackendAddress(url, 1);
    }

    /** {@code host:port}, and the base path where there is one. */
    public String name() {
        return url.getHost() + ":" + port() + basePath();
    }

    /** That of the URL, or its scheme's. */
    public int port() {
        return url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }

    /** What stands before every path; empty, or without a slash at its end. */
    public String basePath() {
        return url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
    }

    @Override
    public String toString() {
        return weight == 1 ? url.toString() : url + ";weight=" + weight;
    }
}
