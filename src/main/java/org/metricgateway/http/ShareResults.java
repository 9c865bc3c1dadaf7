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
        ShareResult result =
                ShareResult.of(Collected.of(share), share.getException(), share.getMessage(), Attempt.of(share));
        of(request).add(result);
        if (Statuses.isThrottled(result.failure())) {
            Received.of(request).remarks().throttledBy(result.share().group());
        }
        if (FirstAnswer.isOne(result)) {
            request.setVariable(FirstAnswer.ANSWERED, true);
        }
        share.setException(null);
        share.getExchangeExtension().setRedeliveryExhausted(false);
        return before == null ? share : before;
    }

    /** In the order of the plan. */
    @SuppressWarnings("unchecked")
    static List<ShareResult> of(Exchange request) {
        List<ShareResult> results = request.getProperty(PROPERTY, List.class);
        if (results == null) {
            results = new ArrayList<>();
            request.setProperty(PROPERTY, results);
        }
        return results;
    }
}
