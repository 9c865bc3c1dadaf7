package org.metricgateway.config;

import java.util.Locale;

/** The protocol of a request. */
public enum Dialect {
    KAIROSDB,
    INFLUXDB,
    PROMETHEUS,
    HTTP;

    /** As in properties, metrics and logs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
