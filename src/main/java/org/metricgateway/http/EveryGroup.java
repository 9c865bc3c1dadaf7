package org.metricgateway.http;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.GroupSettings;
import org.metricgateway.config.Settings;
import org.metricgateway.routing.Plan;
import org.metricgateway.routing.Share;

/** Plans to ask every KairosDB group the same, in the order of the rules. */
public final class EveryGroup implements Processor {

    private final Plan plan;

    public EveryGroup(Settings settings) {
        this.plan = new Plan(settings.groups().values().stream()
                .filter(group -> group.dialect() == Dialect.KAIROSDB)
                .map(GroupSettings::name)
                .map(name -> new Share(name, new int[0]))
                .toList());
    }

    @Override
    public void process(Exchange exchange) {
        exchange.setVariable(ChooseOwners.PLAN, plan);
        ShareResults.begin(exchange);
    }
}
