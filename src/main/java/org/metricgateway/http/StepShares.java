package org.metricgateway.http;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.metricgateway.routing.Plan;
import org.metricgateway.routing.Step;

/** Turns a branch of the {@code split}, whose body is a {@link Step}, into a plan of its own. */
public final class StepShares implements Processor {

    private static final String PROPERTY = "metric-gateway.step";

    /** The step that this exchange, or the one it is a share of, is at. */
    static Step of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Step.class);
    }

    @Override
    public void process(Exchange exchange) {
        Step step = exchange.getMessage().getBody(Step.class);
        exchange.setProperty(PROPERTY, step);
        exchange.setVariable(ChooseOwners.PLAN, new Plan(step.shares()));
        ShareResults.begin(exchange);
    }
}
