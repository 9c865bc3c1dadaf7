package org.metricgateway.admin;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.metricgateway.backend.Backend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each backend's breaker when it opens and closes, and remembers since when it is as it is. */
final class Transitions {

    private static final Logger LOG = LoggerFactory.getLogger(Transitions.class);

    private final Map<Backend, Instant> since = new ConcurrentHashMap<>();

    void guarded(Backend backend, CircuitBreaker breaker) {
        since.put(backend, Instant.now());
        breaker.getEventPublisher().onStateTransition(event -> turned(backend, breaker, event));
    }

    private void turned(Backend backend, CircuitBreaker breaker, CircuitBreakerOnStateTransitionEvent event) {
        since.put(backend, Instant.now());
        String group = backend.group().name();
        switch (event.getStateTransition().getToState()) {
            case OPEN, FORCED_OPEN ->
                LOG.warn(
                        "group {}: the breaker of {} is open, it is not asked: {}% of its last calls failed, {}% were slow",
                        group,
                        backend.name(),
                        Math.round(breaker.getMetrics().getFailureRate()),
                        Math.round(breaker.getMetrics().getSlowCallRate()));
            case HALF_OPEN ->
                LOG.info("group {}: the breaker of {} is half open, a few requests try it", group, backend.name());
            default -> LOG.info("group {}: the breaker of {} is closed", group, backend.name());
        }
    }

    /** Since when its breaker is in its state. */
    Instant since(Backend backend) {
        return since.getOrDefault(backend, Instant.EPOCH);
    }
}
