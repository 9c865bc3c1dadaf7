package org.metricgateway.config;

/**
 * Where to listen.
 *
 * @param host an address or a name; IPv6 without brackets
 * @param port 0 lets the system choose one
 */
public record HostPort(String host, int port) {

    /** {@code host:port}, IPv6 in brackets. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
