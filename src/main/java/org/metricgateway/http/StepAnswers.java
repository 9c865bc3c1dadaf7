package org.metricgateway.http;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;

/** What the groups answered to the steps that were asked so far. */
final class StepAnswers {

    private static final String PROPERTY = "metric-gateway.step-answers";

    private final List<StepAnswer> answers = new ArrayList<>();

    /** Before the split: its branches all see this one. */
    static void begin(Exchange exchange) {
        exchange.setProperty(PROPERTY, new StepAnswers());
    }

    static StepAnswers of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, StepAnswers.class);
    }

    void add(StepAnswer answer) {
        answers.add(answer);
    }

    List<StepAnswer> all() {
        return answers;
    }

    boolean goOn() {
        return answers.isEmpty() || !answers.get(answers.size() - 1).isLast();
    }
}
