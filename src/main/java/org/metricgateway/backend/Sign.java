package org.metricgateway.backend;

/** What an answer says about the backend that gave it. */
public enum Sign {
    /** Nothing. */
    NONE,
    /** It takes nothing new, and did not take this. */
    DRAINING,
    /** It is about to stop, and may have done what it was asked for or not. */
    DYING,
    /** It, or something behind it, could not do it. */
    FAILING
}
