package org.metricgateway.http;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.metricgateway.merge.WriteMerge;
import org.metricgateway.routing.KairosOperation;

/** Says with one status what became of the shares of a write or a delete, and with a line for each what became of it. */
public final class MergeWrite implements Processor {

    @Override
    public void process(Exchange exchange) {
        Received received = Received.of(exchange);
        List<ShareResult> results = ShareResults.of(exchange);
        String taken = received.operation() == KairosOperation.WRITE ? "stored" : "deleted";
        WriteMerge merged =
                WriteMerge.of(results.stream().map(ShareResult::outcome).toList(), taken);
        if (merged.body().isEmpty()) {
            exchange.setMessage(results.get(0).answer());
        } else {
            Message answer = Answers.of(exchange, merged.status(), "application/json", merged.body());
            answer.setHeader("Access-Control-Allow-Origin", "*");
        }
    }
}
