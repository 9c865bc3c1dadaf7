package org.metricgateway.http;

import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.AsyncProcessorSupport;
import org.metricgateway.config.Settings;
import org.metricgateway.routing.InfluxOperation;
import org.metricgateway.routing.KairosOperation;
import org.metricgateway.routing.Operation;

/** Makes one answer of the shares' answers, each kind of request its own way. */
public final class MergeShares extends AsyncProcessorSupport {

    private final AsyncProcessor query;
    private final AsyncProcessor write = AsyncProcessorConverterHelper.convert(new MergeWrite());

    public MergeShares(Settings settings) {
        this.query = new MergeQuery(settings);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Operation operation = Received.of(exchange).operation();
        boolean lines = operation instanceof InfluxOperation influx && influx.isWrite();
        boolean points = operation == KairosOperation.WRITE || operation == KairosOperation.DELETE;
        return (lines || points ? write : query).process(exchange, callback);
    }
}
