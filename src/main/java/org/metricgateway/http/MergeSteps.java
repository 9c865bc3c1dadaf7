package org.metricgateway.http;

import java.util.List;
import java.util.concurrent.Executor;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.RouteBy;
import org.metricgateway.config.Settings;
import org.metricgateway.routing.Ownership;

/** Makes one answer of what the groups answered to the statements of a query, or one refusal. */
public final class MergeSteps extends AsyncProcessorSupport {

    private final Settings settings;
    private final Ownership ownership;
    private final LargeWork work;

    /** @param large puts large answers together */
    public MergeSteps(Settings settings, Executor large) {
        this.settings = settings;
        this.ownership = Ownership.of(settings, Dialect.INFLUXDB);
        this.work = new LargeWork(large);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        List<StepAnswer> answers = StepAnswers.of(exchange).all();
        long bytes = answers.stream()
                .mapToLong(answer -> ReadStep.bytes(answer.results()))
                .sum();
        return work.process(exchange, callback, bytes, () -> merge(exchange, answers));
    }

    private void merge(Exchange exchange, List<StepAnswer> answers) {
        Received received = Received.of(exchange);
        for (StepAnswer answer : answers) {
            if (!answer.failed().isEmpty() && !isBearable(answer)) {
                StepFailure.of(answer, received.statements()).end(exchange);
                return;
            }
        }
        StepMerge merge = new StepMerge(received.statements(), this::owns);
        answers.forEach(merge::add);
        merge.end(exchange);
        answers.forEach(answer -> answer.failed()
                .forEach(result -> received.remarks().lacks(result.share().group())));
        if (!received.remarks().missing().isEmpty()) {
            exchange.getMessage()
                    .setHeader(
                            EndToEnd.PARTIAL.toString(),
                            String.join(",", received.remarks().missing()));
        }
    }

    /** A group may be missing in a list, never where it alone is asked. */
    private boolean isBearable(StepAnswer answer) {
        return answer.step().split()
                && answer.kind().isRead()
                && answer.failed().size() < answer.results().size()
                && answer.failed().stream().allMatch(result -> result.mayBeMissing(settings));
    }

    /** What another group has of a measurement, left there by older rules, no client can see otherwise either. */
    private boolean owns(String group, String measurement) {
        return settings.routeBy() == RouteBy.DATABASE
                || ownership.owners().find(measurement).orElse(group).equals(group);
    }
}
