package org.metricgateway.backend;

/**
 * What a probe says about a backend.
 *
 * @param text for the log and operators
 */
public record Finding(Outcome outcome, String text) {

    /** What follows from it. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** It lives, but takes nothing new. */
        DRAINING
    }

    public static Finding passed(String text) {
        return new Finding(Outcome.PASSED, text);
    }

    public static Finding failed(String text) {
        return new Finding(Outcome.FAILED, text);
    }

    static Finding draining(String text) {
        return new Finding(Outcome.DRAINING, text);
    }
}
