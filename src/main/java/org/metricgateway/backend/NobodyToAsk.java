package org.metricgateway.backend;

/** No backend of a group may be asked just now: none is well. */
public final class NobodyToAsk extends RuntimeException {

    NobodyToAsk(String group) {
        super("group " + group + ": no backend can be asked just now; try again", null, false, false);
    }
}
