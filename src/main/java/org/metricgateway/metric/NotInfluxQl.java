package org.metricgateway.metric;

/** A query that InfluxDB would not read either: its own words for that are the best. */
final class NotInfluxQl extends RuntimeException {

    NotInfluxQl() {
        super("not InfluxQL", null, false, false);
    }
}
