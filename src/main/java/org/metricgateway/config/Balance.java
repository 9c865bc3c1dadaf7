package org.metricgateway.config;

/** How one of several backends that may be asked is chosen. */
public enum Balance {
    /** Each in turn. */
    ROUND_ROBIN,
    /** Of two at random, the one with fewer requests in flight. */
    LEAST_CONNECTIONS,
    /** At random, as often as its weight says. */
    WEIGHTED,
    RANDOM,
    /** The first one, as long as it may be asked. */
    FIRST_AVAILABLE
}
