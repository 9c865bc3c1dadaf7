package org.metricgateway.http;

import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Whether none of the groups asked so far gave an answer. */
public final class Unanswered implements Predicate {

    @Override
    public boolean matches(Exchange exchange) {
        return ShareResults.of(exchange).stream().noneMatch(FirstAnswer::isOne);
    }
}
