package org.metricgateway.backend;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.support.service.ServiceHelper;

/** Stamps a route for each backend from the template {@code backend}, as soon as the templates are known, and for those that join later. */
public final class BackendRoutes extends ContextLifecycle {

    /** Behind the routes that have no order of their own, and before those that receive requests. */
    private static final int FIRST_ORDER = 10_000;

    private static final long STOP_SECONDS = 5;

    private final Groups groups;
    private final Breakers breakers;
    private final Map<Backend, AsyncProducer> producers = new ConcurrentHashMap<>();
    private final BitSet orders = new BitSet();
    private final CompletableFuture<Void> started = new CompletableFuture<>();

    public BackendRoutes(Groups groups, Breakers breakers) {
        this.groups = groups;
        this.breakers = breakers;
    }

    @Override
    public void onContextInitializing(CamelContext initializing) {
        groups.all().forEach(group -> group.backends().forEach(this::stamp));
    }

    @Override
    public void onContextStarted(CamelContext context) {
        started.complete(null);
    }

    /** Is done once routes that are stamped start by themselves. */
    CompletableFuture<Void> started() {
        return started;
    }

    boolean isStopping() {
        return getCamelContext().isStopping() || getCamelContext().isStopped();
    }

    /** Makes its route; one that runs already, once the others do. Not to be called on an event loop. */
    synchronized void stamp(Backend backend) {
        try {
            breakers.guard(backend.routeId(), backend);
            TemplatedRouteBuilder.builder(getCamelContext(), "backend")
                    .routeId(backend.routeId())
                    .parameter("id", backend.routeId())
                    .parameter("url", backend.url().toString())
                    // Camel counts up by itself, and would one day meet the order of the routes that receive requests.
                    .handler(template -> template.getRoute().setStartupOrder(nextOrder()))
                    .add();
        } catch (Exception e) {
            throw new IllegalStateException("no route could be made for backend " + backend.name(), e);
        }
    }

    private int nextOrder() {
        int next = orders.nextClearBit(0);
        orders.set(next);
        return FIRST_ORDER + next;
    }

    /** Takes its route and all that belongs to it away. Nobody may be asking it any more. Not to be called on an event loop. */
    synchronized void remove(Backend backend) throws Exception {
        CamelContext context = getCamelContext();
        String id = backend.routeId();
        Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
        AsyncProducer producer = producers.remove(backend);
        if (producer != null) {
            ServiceHelper.stopAndShutdownService(producer);
            context.removeEndpoint(producer.getEndpoint());
        }
        context.getRouteController().stopRoute(id, STOP_SECONDS, TimeUnit.SECONDS);
        orders.clear(context.getRoute(id).getStartupOrder() - FIRST_ORDER);
        model.removeRouteDefinition(model.getRouteDefinition(id));
        breakers.forget(id);
    }

    /** What sends an exchange into a backend's route. */
    AsyncProducer producerFor(Backend backend) {
        AsyncProducer known = producers.get(backend);
        return known != null ? known : producers.computeIfAbsent(backend, this::opened);
    }

    private AsyncProducer opened(Backend backend) {
        try {
            Endpoint entrance = getCamelContext().getEndpoint("direct:" + backend.routeId() + "?block=false");
            AsyncProducer producer = entrance.createAsyncProducer();
            ServiceHelper.startService(producer);
            return producer;
        } catch (Exception e) {
            throw new IllegalStateException("backend " + backend.name() + " has no route", e);
        }
    }
}
