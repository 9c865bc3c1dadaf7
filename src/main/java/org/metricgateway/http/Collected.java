package org.metricgateway.http;

import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;
import org.metricgateway.backend.Attempt;
import org.metricgateway.merge.QueryAnswer;
import org.metricgateway.routing.Share;

/**
 * One share of a request while it is asked for, and what came of it. An exchange that has one collects its answer instead of
 * relaying it.
 */
final class Collected implements Synchronization {

    private static final String PROPERTY = "metric-gateway.collected";

    private final Share share;
    private final MergedAnswer merged;
    private QueryAnswer elements;

    /** @param merged what its answer is merged into, with an element for each position of the share; null if it is not */
    Collected(Share share, MergedAnswer merged) {
        this.share = share;
        this.merged = merged;
    }

    /** Null for an exchange that relays. */
    static Collected of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Collected.class);
    }

    void begins(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
        if (merged != null) {
            // Results are handed on in the order of the shares, and one that is read no further would wait for this.
            exchange.getExchangeExtension().addOnCompletion(this);
        }
    }

    Share share() {
        return share;
    }

    /** Null if its answer is nothing that elements can be taken from. */
    MergedAnswer merged() {
        return merged;
    }

    /** The whole answer is there. */
    void found(QueryAnswer answer) {
        elements = answer;
    }

    /** Where the elements of {@code queries} are in the answer; null where there are none. */
    QueryAnswer elements() {
        return elements;
    }

    @Override
    public void onComplete(Exchange exchange) {
        over(exchange);
    }

    @Override
    public void onFailure(Exchange exchange) {
        over(exchange);
    }

    private void over(Exchange exchange) {
        ShareResult result = ShareResult.of(this, exchange.getException(), exchange.getMessage(), Attempt.of(exchange));
        if (!result.succeeded()) {
            merged.failed(result);
        }
    }
}
