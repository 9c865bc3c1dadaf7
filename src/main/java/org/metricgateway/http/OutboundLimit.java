package org.metricgateway.http;

import org.apache.camel.Exchange;
import org.apache.camel.support.ExpressionAdapter;
import org.metricgateway.backend.Balancer;
import org.metricgateway.backend.Group;
import org.metricgateway.backend.Groups;

/** How many requests may be in flight at the group of the exchange: as many as its backends take together, and those that may wait. */
public final class OutboundLimit extends ExpressionAdapter {

    private final Groups groups;

    public OutboundLimit(Groups groups) {
        this.groups = groups;
    }

    @Override
    public Object evaluate(Exchange exchange) {
        Group group = groups.named(exchange.getVariable(Balancer.GROUP, String.class));
        int backends = Math.max(1, group.backends().size());
        return (long) group.settings().concurrency() * backends
                + group.settings().hold().requests();
    }
}
