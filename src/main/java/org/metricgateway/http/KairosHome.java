package org.metricgateway.http;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.metricgateway.backend.Balancer;
import org.metricgateway.config.Settings;

/** Chooses the group that answers what concerns no metric. */
public final class KairosHome implements Processor {

    private final String home;

    public KairosHome(Settings settings) {
        this.home = settings.kairosdb().home();
    }

    @Override
    public void process(Exchange exchange) {
        exchange.setVariable(Balancer.GROUP, home);
    }
}
