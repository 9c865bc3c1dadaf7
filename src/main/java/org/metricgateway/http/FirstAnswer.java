package org.metricgateway.http;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Of groups that were asked one after the other, the answer of the first that gave one. */
public final class FirstAnswer implements Processor {

    @Override
    public void process(Exchange exchange) {
        List<ShareResult> results = ShareResults.of(exchange);
        exchange.setMessage(results.stream()
                .filter(FirstAnswer::isOne)
                .findFirst()
                .orElseThrow(() -> ShareFailed.worst(results, null))
                .answer());
    }

    /** Whatever it says, as long as it is the database that says it. */
    static boolean isOne(ShareResult result) {
        return result.failure() == null && result.status() < 500;
    }
}
