package org.metricgateway.config;

import java.util.Locale;

/**
 * Where a group's backends are looked up while the gateway runs.
 *
 * @param kind what is asked
 * @param name a host, the name of an SRV record, or a file's path
 * @param port of every backend; 0 where the answer says it
 */
public record Lookup(Kind kind, String name, int port) {

    /** What is asked. */
    public enum Kind {
        DNS,
        SRV,
        FILE
    }

    /** As in the properties. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + name + (port == 0 ? "" : ":" + port);
    }
}
