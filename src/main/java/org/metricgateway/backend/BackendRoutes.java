package org.metricgateway.backend;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.support.service.ServiceHelper;

/** Stamps a route for each backend from the template {@code backend}, as soon as the templates are known. */
public final class BackendRoutes extends ContextLifecycle {

    private final Groups groups;
    private final Breakers breakers;
    private final Map<Backend, AsyncProducer> producers = new ConcurrentHashMap<>();

    public BackendRoutes(Groups groups, Breakers breakers) {
        this.groups = groups;
        this.breakers = breakers;
    }

    @Override
    public void onContextInitializing(CamelContext initializing) {
        groups.all().forEach(group -> group.backends().forEach(this::stamp));
    }

    private void stamp(Backend backend) {
        try {
            breakers.guard(backend.routeId(), backend);
            TemplatedRouteBuilder.builder(getCamelContext(), "backend")
                    .routeId(backend.routeId())
                    .parameter("id", backend.routeId())
                    .parameter("url", backend.url().toString())
                    .add();
        } catch (Exception e) {
            throw new IllegalStateException("no route could be made for backend " + backend.name(), e);
        }
    }

    /** What sends an exchange into a backend's route. */
    AsyncProducer producerFor(Backend backend) {
        AsyncProducer known = producers.get(backend);
        return known != null ? known : producers.computeIfAbsent(backend, this::started);
    }

    private AsyncProducer started(Backend backend) {
        try {
            AsyncProducer producer = getCamelContext()
                    .getEndpoint("direct:" + backend.routeId() + "?block=false")
                    .createAsyncProducer();
            ServiceHelper.startService(producer);
            return producer;
        } catch (Exception e) {
            throw new IllegalStateException("backend " + backend.name() + " has no route", e);
        }
    }
}
