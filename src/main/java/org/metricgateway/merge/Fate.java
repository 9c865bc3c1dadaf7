package org.metricgateway.merge;

/** What is known of a share of a write. */
public enum Fate {
    /** The owner said that it took it. */
    TAKEN,
    /** The owner said no; KairosDB may have taken a part before that. */
    REFUSED,
    /** It was sent, and no answer came. */
    UNKNOWN,
    /** Nothing of it was sent. */
    NOT_SENT;

    /** @param taken what a taken share is: {@code stored}, or {@code deleted} */
    String words(String taken) {
        return switch (this) {
            case TAKEN -> taken;
            case REFUSED -> "refused, perhaps in part";
            case UNKNOWN -> "unknown";
            case NOT_SENT -> "not sent";
        };
    }
}
