package org.metricgateway.http;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.metricgateway.backend.Attempt;

/** Gathers how every share of a request ended, failures too, for the step after the {@code split} to judge. */
public final class ShareResults implements AggregationStrategy {

    private static final String PROPERTY = "metric-gateway.shares";

    @Override
    public Exchange aggregate(Exchange before, Exchange share) {
        throw new UnsupportedOperationException("only as the strategy of a split");
    }

    @Override
    public Exchange aggregate(Exchange before, Exchange share, Exchange request) {
        Collected collected = Collected.of(share);
        if (collected != null) {
            ShareResult result = ShareResult.of(collected, share.getException(), share.getMessage(), Attempt.of(share));
            of(request).add(result);
            if (Statuses.isThrottled(result.failure())) {
                Received.of(request).remarks().throttledBy(result.share().group());
            }
        }
        // The request goes on as it was: copying a share's message, properties and variables into it would be work for
        // nothing.
        return null;
    }

    /** Before the split: its branches see only what was there then. */
    static void begin(Exchange request) {
        request.setProperty(PROPERTY, new ArrayList<ShareResult>());
    }

    /** In the order of the plan; in a branch, those so far. */
    @SuppressWarnings("unchecked")
    static List<ShareResult> of(Exchange request) {
        return request.getProperty(PROPERTY, List.class);
    }
}
