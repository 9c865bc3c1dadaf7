package org.metricgateway.backend;

/** An operator has excluded every backend of the group. */
public final class AllExcluded extends RuntimeException {

    public AllExcluded(String group) {
        super("group " + group + ": every backend of it is excluded by hand; try again later", null, false, false);
    }
}
