package org.metricgateway.http;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExpressionAdapter;
import org.metricgateway.backend.Balancer;
import org.metricgateway.backend.Group;
import org.metricgateway.backend.Groups;

/** How many requests may be in flight at the group of the exchange: as many as its backends take together, and its hold. */
public final class OutboundLimit extends ExpressionAdapter {

    private final Groups groups;
    private final Map<String, Long> limits;

    public OutboundLimit(Groups groups) {
        this.groups = groups;
        this.limits = groups.all().stream().collect(Collectors.toMap(Group::name, OutboundLimit::limit));
    }

    private static long limit(Group group) {
        long asked = (long) group.settings().concurrency() * group.backends().size();
        return asked + group.settings().hold().requests();
    }

    @Override
    public Object evaluate(Exchange exchange) {
        String group = exchange.getVariable(Balancer.GROUP, String.class);
        Long limit = limits.get(group);
        return limit != null ? limit : groups.named(group);
    }
}
