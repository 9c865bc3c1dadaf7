package org.metricgateway.http;

/** The answers that were to be merged are larger than {@code gateway.limit.merge}. */
public final class MergeTooLarge extends RuntimeException {

    public MergeTooLarge(String group, long limit) {
        super(
                "group " + group + ": the answers to merge are larger than gateway.limit.merge (" + limit
                        + " bytes); ask for less at once",
                null,
                false,
                false);
    }
}
