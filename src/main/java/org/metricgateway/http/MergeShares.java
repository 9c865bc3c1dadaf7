package org.metricgateway.http;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.metricgateway.config.Settings;
import org.metricgateway.routing.InfluxOperation;
import org.metricgateway.routing.KairosOperation;
import org.metricgateway.routing.Operation;

/** Makes one answer of the shares' answers, each kind of request its own way. */
public final class MergeShares implements Processor {

    private final Processor query;
    private final Processor write = new MergeWrite();

    public MergeShares(Settings settings) {
        this.query = new MergeQuery(settings);
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Operation operation = Received.of(exchange).operation();
        boolean lines = operation instanceof InfluxOperation influx && influx.isWrite();
        boolean points = operation == KairosOperation.WRITE || operation == KairosOperation.DELETE;
        (lines || points ? write : query).process(exchange);
    }
}
