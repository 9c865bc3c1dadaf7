package org.metricgateway.http;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.metricgateway.backend.Balancer;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.Settings;
import org.metricgateway.routing.Ownership;

/** Chooses the group that answers what concerns no metric of the request's dialect. */
public final class Home implements Processor {

    private final Map<Dialect, Ownership> ownership;

    public Home(Settings settings) {
        this.ownership = Ownership.ofEach(settings);
    }

    @Override
    public void process(Exchange exchange) {
        exchange.setVariable(
                Balancer.GROUP, ownership.get(Received.of(exchange).dialect()).home());
    }
}
