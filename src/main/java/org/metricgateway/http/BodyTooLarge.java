package org.metricgateway.http;

/** A body that is larger than {@code gateway.limit.body} once it is inflated. */
public final class BodyTooLarge extends RuntimeException {

    BodyTooLarge(long limit) {
        super(
                "the inflated body is larger than gateway.limit.body (" + limit + " bytes); send it in parts",
                null,
                false,
                false);
    }
}
