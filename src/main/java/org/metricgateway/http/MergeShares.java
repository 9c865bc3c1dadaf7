package org.metricgateway.http;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.metricgateway.config.Settings;

/** Makes one answer of the shares' answers, each kind of request its own way. */
public final class MergeShares implements Processor {

    private final Processor query;
    private final Processor write = new MergeWrite();

    public MergeShares(Settings settings) {
        this.query = new MergeQuery(settings);
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        switch (Received.of(exchange).operation()) {
            case WRITE, DELETE -> write.process(exchange);
            default -> query.process(exchange);
        }
    }
}
