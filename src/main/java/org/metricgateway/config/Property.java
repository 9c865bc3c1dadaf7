package org.metricgateway.config;

/**
 * A key and its value as text.
 *
 * @param where it was set, in an operator's words
 */
record Property(String key, String value, String where) {

    Property withValue(String other) {
        return new Property(key, other, where);
    }

    /** Whether it is the gateway's, and not Camel's or a host application's. */
    boolean ours() {
        return key.startsWith("gateway.");
    }
}
