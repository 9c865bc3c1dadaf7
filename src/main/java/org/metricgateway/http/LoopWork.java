package org.metricgateway.http;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.impl.engine.DefaultUnitOfWork;
import org.apache.camel.spi.Synchronization;

/**
 * The unit of work of a request that one event loop does. Camel's own remembers the routes that an exchange is in as if several
 * threads passed them at once; with six routes a request, that is a thirtieth of its cost.
 */
final class LoopWork extends DefaultUnitOfWork {

    private final Deque<Route> routes = new ArrayDeque<>();
    private boolean tellsOfRoutes;

    LoopWork(Exchange exchange) {
        super(exchange);
    }

    @Override
    public void addSynchronization(Synchronization synchronization) {
        tellsOfRoutes |= synchronization.getRouteSynchronization() != null;
        super.addSynchronization(synchronization);
    }

    /** Camel's own copies the list of who wants to know something, though nobody wants to know this. */
    @Override
    public void beforeRoute(Exchange exchange, Route route) {
        if (tellsOfRoutes) {
            super.beforeRoute(exchange, route);
        }
    }

    @Override
    public void afterRoute(Exchange exchange, Route route) {
        if (tellsOfRoutes) {
            super.afterRoute(exchange, route);
        }
    }

    @Override
    public Route getRoute() {
        return routes.peek();
    }

    @Override
    public void pushRoute(Route route) {
        routes.push(route);
    }

    @Override
    public Route popRoute() {
        return routes.poll();
    }

    @Override
    public int routeStackLevel() {
        return routes.size();
    }

    @Override
    public int routeStackLevel(boolean includeRouteTemplate, boolean includeKamelet) {
        return (int) routes.stream()
                .filter(route -> includeKamelet || !route.isCreatedByKamelet())
                .filter(route ->
                        includeRouteTemplate || route.isCreatedByKamelet() || !route.isCreatedByRouteTemplate())
                .count();
    }
}
