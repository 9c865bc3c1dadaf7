package org.metricgateway.backend;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.processor.loadbalancer.LoadBalancerSupport;

/** Asks the backends of the exchange's group: one, and others where the retry table allows it. */
public final class Balancer extends LoadBalancerSupport {

    /** The variable that names the group to ask. */
    public static final String GROUP = "group";

    private final Groups groups;
    private final BackendRoutes routes;
    private final BackendObserver observer;

    public Balancer(Groups groups, BackendRoutes routes, BackendObserver observer) {
        this.groups = groups;
        this.routes = routes;
        this.observer = observer;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Group group = groups.named(exchange.getVariable(GROUP, String.class));
        ClientRequest.of(exchange).run(new Asking(group, routes, observer, exchange, callback));
        return false;
    }
}
