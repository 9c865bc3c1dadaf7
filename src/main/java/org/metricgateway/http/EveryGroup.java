package org.metricgateway.http;

import java.util.EnumMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.Settings;
import org.metricgateway.routing.Ownership;
import org.metricgateway.routing.Plan;
import org.metricgateway.routing.Share;

/** Plans to ask every group of the request's dialect the same, in the order of the rules. */
public final class EveryGroup implements Processor {

    private final Map<Dialect, Plan> plans = new EnumMap<>(Dialect.class);

    public EveryGroup(Settings settings) {
        Ownership.ofEach(settings)
                .forEach((dialect, ownership) -> plans.put(
                        dialect,
                        new Plan(ownership.groups().stream()
                                .map(name -> new Share(name, new int[0]))
                                .toList())));
    }

    @Override
    public void process(Exchange exchange) {
        exchange.setVariable(ChooseOwners.PLAN, plans.get(Received.of(exchange).dialect()));
        ShareResults.begin(exchange);
    }
}
