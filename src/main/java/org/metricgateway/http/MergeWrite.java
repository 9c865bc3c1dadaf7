package org.metricgateway.http;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.metricgateway.config.Dialect;
import org.metricgateway.merge.WorstStatus;
import org.metricgateway.merge.WriteMerge;
import org.metricgateway.routing.KairosOperation;

/** Says with one status what became of the shares of a write or a delete, and with a line for each what became of it. */
public final class MergeWrite implements Processor {

    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    @Override
    public void process(Exchange exchange) {
        Received received = Received.of(exchange);
        Dialect dialect = received.dialect();
        List<ShareResult> results = ShareResults.of(exchange);
        WriteMerge merged = WriteMerge.of(
                results.stream().map(result -> result.outcome(dialect)).toList(),
                received.operation() == KairosOperation.DELETE ? "deleted" : "stored",
                dialect == Dialect.INFLUXDB ? WorstStatus.CURABLE_MISTAKE : WorstStatus.FIRST_MISTAKE);
        if (merged.errors().isEmpty()) {
            exchange.setMessage(results.get(0).answer());
            return;
        }
        byte[] body = ErrorBody.of(dialect, merged.status(), merged.errors(), "");
        Message answer = Answers.of(exchange, merged.status(), ErrorBody.typeFor(dialect), body);
        ErrorBody.headersFor(dialect, merged.errors()).forEach(answer::setHeader);
        if (merged.status() == TOO_MANY || merged.status() == UNAVAILABLE) {
            answer.setHeader("Retry-After", "1");
        }
    }
}
