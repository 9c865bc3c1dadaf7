package org.metricgateway.backend;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.component.resilience4j.ResilienceProcessor;
import org.apache.camel.model.CircuitBreakerDefinition;
import org.apache.camel.spi.ProcessorFactory;
import org.apache.camel.support.PluginHelper;

/**
 * Lets camel-resilience4j build the {@code circuitBreaker} of each backend's route as always, and runs it without blocking. The
 * breakers of a host application stay as they are.
 *
 * @see <a href="https://issues.apache.org/jira/browse/CAMEL-24209">CAMEL-24209</a>
 */
public final class Breakers implements ProcessorFactory, CamelContextAware {

    private final Map<String, Backend> byRoute = new ConcurrentHashMap<>();
    private final BackendObserver observer;
    private CamelContext context;
    private ProcessorFactory camels;

    public Breakers(BackendObserver observer) {
        this.observer = observer;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        // Adding a plugin hands it the context once more.
        if (context == null) {
            context = camelContext;
            camels = PluginHelper.getProcessorFactory(context);
            context.getCamelContextExtension().addContextPlugin(ProcessorFactory.class, this);
        }
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    /** The breaker in this route is this backend's. */
    void guard(String routeId, Backend backend) {
        byRoute.put(routeId, backend);
    }

    /** This route is gone. */
    void forget(String routeId) {
        byRoute.remove(routeId);
    }

    @Override
    public Processor createChildProcessor(Route route, NamedNode definition, boolean mandatory) throws Exception {
        return unblocked(route, definition, camels.createChildProcessor(route, definition, mandatory));
    }

    @Override
    public Processor createProcessor(Route route, NamedNode definition) throws Exception {
        return unblocked(route, definition, camels.createProcessor(route, definition));
    }

    @Override
    public Processor createProcessor(CamelContext camelContext, String definitionName, Object[] args) throws Exception {
        return camels.createProcessor(camelContext, definitionName, args);
    }

    private Processor unblocked(Route route, NamedNode definition, Processor processor) {
        Backend backend = byRoute.get(route.getRouteId());
        if (backend == null || !(processor instanceof ResilienceProcessor blocking)) {
            return processor;
        }
        refuse((CircuitBreakerDefinition) definition);
        return new BreakerProcessor(blocking, backend, observer);
    }

    private static void refuse(CircuitBreakerDefinition definition) {
        boolean fallback = definition.getOnFallback() != null;
        var own = definition.getResilience4jConfiguration();
        boolean more = own != null
                && (Boolean.parseBoolean(own.getBulkheadEnabled()) || Boolean.parseBoolean(own.getTimeoutEnabled()));
        if (fallback || more) {
            throw new IllegalArgumentException(
                    "the circuitBreaker of a backend has no onFallback, bulkhead or timeout: it must not block an event"
                            + " loop. Use gateway.group.<group>.concurrency and .timeout.* instead");
        }
    }
}
