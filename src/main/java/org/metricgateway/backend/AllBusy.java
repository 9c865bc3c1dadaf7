package org.metricgateway.backend;

/** Every backend of a group has as many requests as it may have at once. */
public final class AllBusy extends RuntimeException {

    AllBusy(String group) {
        super(
                "group " + group + ": gateway.group." + group + ".concurrency requests are in flight; try again",
                null,
                false,
                false);
    }
}
