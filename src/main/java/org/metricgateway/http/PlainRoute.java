package org.metricgateway.http;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.impl.engine.CamelInternalProcessor;
import org.apache.camel.spi.CamelInternalProcessorAdvice;
import org.apache.camel.spi.InflightRepository;
import org.apache.camel.spi.ShutdownStrategy;
import org.apache.camel.support.EventHelper;

/**
 * A route that a client's request enters from another one, where nobody watches it. What Camel has to do then is said here in so many
 * words; its own keeps a list of who has to be told before and after, and what each of them remembers.
 */
final class PlainRoute extends CamelInternalProcessor {

    private final Route route;
    private final PlainPipeline steps;
    private final CamelContext context;
    private final InflightRepository inflight;
    private final ShutdownStrategy shutdown;
    private boolean watched;

    PlainRoute(CamelContext context, PlainPipeline steps, Route route) {
        super(context, steps);
        this.context = context;
        this.steps = steps;
        this.route = route;
        this.inflight = context.getInflightRepository();
        this.shutdown = context.getShutdownStrategy();
        addAdvice(new UnitOfWorkProcessorAdvice(route, context));
    }

    @Override
    public void addAdvice(CamelInternalProcessorAdvice<?> advice) {
        watched |= !(advice instanceof UnitOfWorkProcessorAdvice
                || advice instanceof RouteInflightRepositoryAdvice
                || advice instanceof RouteLifecycleAdvice);
        super.addAdvice(advice);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        boolean plain = !watched && !exchange.isTransacted() && !exchange.isRouteStop() && !shutdown.isForceShutdown();
        return plain && exchange.getUnitOfWork() instanceof LoopWork work
                ? pass(exchange, work, callback)
                : super.process(exchange, callback);
    }

    private boolean pass(Exchange exchange, LoopWork work, AsyncCallback callback) {
        work.pushRoute(route);
        inflight.add(exchange, route.getRouteId());
        work.beforeRoute(exchange, route);
        steps.pass(exchange, sync -> {
            work.afterRoute(exchange, route);
            inflight.remove(exchange, route.getRouteId());
            work.popRoute();
            callback.done(sync);
        });
        EventHelper.notifyExchangeAsyncProcessingStartedEvent(context, exchange);
        return false;
    }
}
