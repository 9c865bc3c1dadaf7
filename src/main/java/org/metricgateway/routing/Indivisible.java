package org.metricgateway.routing;

/** A statement concerns several groups, but its answers could not become the one that a single database would give. */
public final class Indivisible extends RuntimeException {

    /** @param reason the rest of a sentence about the statement */
    Indivisible(int statement, String reason) {
        super("statement " + (statement + 1) + " concerns several groups and " + reason, null, false, false);
    }
}
