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

    @Override
    public String toString() {
        return weight == 1 ? url.toString() : url + ";weight=" + weight;
    }
}
