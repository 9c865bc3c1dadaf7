package org.metricgateway.backend;

/** Whether a request may be sent again though a backend may have done what it asks for already. */
public enum Repeatable {
    /** It changes nothing. */
    READ,
    /** Done twice it is the same as done once. */
    REPEATABLE,
    /** Whatever else: it is never sent again unless nothing was done for sure. */
    ONCE
}
