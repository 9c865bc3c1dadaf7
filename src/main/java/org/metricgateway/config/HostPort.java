package org.metricgateway.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to listen.
 *
 * @param host an address or a name; IPv6 without brackets
 * @param port 0 lets the system choose one
 */
public record HostPort(String host, int port) {

    private static final Pattern TEXT = Pattern.compile(
            "(?:\\[(?<v6>[0-9a-fA-F:.]+)(?<zone>(?:%\\w+)?)]|(?<name>[A-Za-z0-9._-]+)):(?<port>\\d{1,5})");

    /**
     * @param text {@code host:port}, IPv6 in brackets
     * @throws IllegalArgumentException if it is not
     */
    public static HostPort parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group("port")) > 0xFFFF) {
            throw new IllegalArgumentException("not host:port: " + text);
        }
        if (matcher.group("v6") != null) {
            Network.parse(matcher.group("v6"));
        }
        String host = matcher.group("v6") == null ? matcher.group("name") : matcher.group("v6") + matcher.group("zone");
        return new HostPort(host, Integer.parseInt(matcher.group("port")));
    }

    /** Whether a server on one leaves no room for a server on the other. */
    boolean collidesWith(HostPort other) {
        return port != 0 && port == other.port && (host.equals(other.host) || everywhere() || other.everywhere());
    }

    private boolean everywhere() {
        return host.equals("0.0.0.0") || host.equals("::");
    }

    /** {@code host:port}, IPv6 in brackets. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
