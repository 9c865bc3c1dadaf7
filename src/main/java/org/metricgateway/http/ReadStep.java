package org.metricgateway.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.metricgateway.merge.InfluxAnswer;
import org.metricgateway.merge.InfluxAnswer.Detail;
import org.metricgateway.merge.NotAnAnswer;
import org.metricgateway.metric.Body;
import org.metricgateway.metric.InfluxKind;
import org.metricgateway.routing.Step;

/** Reads what the groups answered to one step. */
public final class ReadStep extends AsyncProcessorSupport {

    private final LargeWork work;

    /** @param large reads large answers */
    public ReadStep(Executor large) {
        this.work = new LargeWork(large);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        List<ShareResult> results = ShareResults.of(exchange);
        return work.process(exchange, callback, bytes(results), () -> read(exchange, results));
    }

    static long bytes(List<ShareResult> results) {
        return results.stream()
                .filter(ShareResult::succeeded)
                .mapToLong(result -> result.buffer().readableBytes())
                .sum();
    }

    private static void read(Exchange exchange, List<ShareResult> results) {
        Step step = StepShares.of(exchange);
        InfluxKind kind = Received.of(exchange)
                .statements()
                .query()
                .statements()
                .get(step.first())
                .kind();
        List<ShareResult> checked = new ArrayList<>(results.size());
        List<InfluxAnswer> read = new ArrayList<>(results.size());
        for (ShareResult result : results) {
            try {
                read.add(result.succeeded() ? read(result, detail(kind, step)) : null);
                checked.add(result);
            } catch (NotAnAnswer e) {
                read.add(null);
                checked.add(result.failed(e));
            }
        }
        StepAnswers.of(exchange).add(new StepAnswer(step, kind, checked, read));
    }

    private static InfluxAnswer read(ShareResult result, Detail detail) {
        return InfluxAnswer.read(((Body) result.answer().getBody()).open(), detail);
    }

    private static Detail detail(InfluxKind kind, Step step) {
        if (!step.split()) {
            return Detail.RESULTS;
        }
        return kind.isShow() ? Detail.TEXTS : kind == InfluxKind.SELECT ? Detail.ROWS : Detail.RESULTS;
    }
}
