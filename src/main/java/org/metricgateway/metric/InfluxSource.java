package org.metricgateway.metric;

/**
 * Where a statement reads from or writes to.
 *
 * @param database empty if the statement does not say
 * @param policy the retention policy; empty if the statement does not say
 * @param measurement its name; a pattern or a parameter's name if it is no {@code NAME}
 */
public record InfluxSource(String database, String policy, Form form, String measurement) {

    /** How the measurement is given. */
    public enum Form {
        NAME,
        REGEX,
        /** {@code $name}: only the database knows. */
        BOUND,
        /** {@code :MEASUREMENT}: the same as what is read from. */
        BACK
    }
}
