package org.metricgateway.config;

/** What the rules of InfluxDB groups match. */
public enum RouteBy {
    MEASUREMENT,
    /** The database, as {@code db} or {@code db.rp}. */
    DATABASE
}
