package org.metricgateway.http;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Says that the gateway is there, whatever its backends do. */
public final class Alive implements Processor {

    @Override
    public void process(Exchange exchange) {
        Answers.json(exchange, 200, "{\"status\":\"ok\"}");
    }
}
