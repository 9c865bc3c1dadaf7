package org.metricgateway.backend;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.List;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Navigate;
import org.apache.camel.Processor;
import org.apache.camel.component.resilience4j.ResilienceProcessor;
import org.apache.camel.spi.IdAware;
import org.apache.camel.spi.RouteIdAware;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.service.ServiceHelper;

/** The circuit breaker and the steps within it of a {@link ResilienceProcessor}, run without waiting for them. */
final class BreakerProcessor extends AsyncProcessorSupport
        implements Navigate<Processor>, IdAware, RouteIdAware, CamelContextAware {

    private final ResilienceProcessor blocking;
    private final Backend backend;
    private final BackendObserver observer;
    private String id;
    private CircuitBreaker breaker;
    private AsyncProcessor steps;

    BreakerProcessor(ResilienceProcessor blocking, Backend backend, BackendObserver observer) {
        this.blocking = blocking;
        this.backend = backend;
        this.observer = observer;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Attempt attempt = Attempt.of(exchange);
        boolean permitted = breaker.tryAcquirePermission();
        if (!permitted && !attempt.isForced()) {
            exchange.setException(CallNotPermittedException.createCallNotPermittedException(breaker));
            callback.done(true);
            return true;
        }
        Verdict verdict = new Verdict(
                breaker, attempt, permitted, ClientRequest.of(exchange).now());
        return steps.process(exchange, sync -> {
            verdict.over(exchange.getException());
            callback.done(sync);
        });
    }

    @Override
    protected void doStart() {
        // It calls its breaker so: meters should say whose it is.
        blocking.setId(backend.routeId());
        ServiceHelper.startService(blocking);
        breaker = blocking.getCircuitBreaker();
        backend.breaker().is(breaker);
        observer.guarded(backend, breaker);
        steps = AsyncProcessorConverterHelper.convert(blocking.next().get(0));
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(blocking);
    }

    @Override
    public List<Processor> next() {
        return blocking.next();
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public void setId(String itsId) {
        id = itsId;
        blocking.setId(itsId);
    }

    @Override
    public String getRouteId() {
        return blocking.getRouteId();
    }

    @Override
    public void setRouteId(String routeId) {
        blocking.setRouteId(routeId);
    }

    @Override
    public CamelContext getCamelContext() {
        return blocking.getCamelContext();
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        blocking.setCamelContext(camelContext);
    }
}
