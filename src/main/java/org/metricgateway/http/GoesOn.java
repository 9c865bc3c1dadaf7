package org.metricgateway.http;

import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Whether no statement has failed so far: what stands behind one that failed is not executed. */
public final class GoesOn implements Predicate {

    @Override
    public boolean matches(Exchange exchange) {
        return StepAnswers.of(exchange).goOn();
    }
}
