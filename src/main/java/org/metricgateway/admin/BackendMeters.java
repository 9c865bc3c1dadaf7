package org.metricgateway.admin;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.Group;

/** Shows what each backend and its breaker are at, as long as it is one of its group's. */
final class BackendMeters {

    private final MeterRegistry registry;
    private final Map<Backend, List<Meter>> shown = new ConcurrentHashMap<>();

    BackendMeters(MeterRegistry registry, Collection<Group> groups) {
        this.registry = registry;
        groups.forEach(group -> group.backends().forEach(this::joined));
    }

    void joined(Backend backend) {
        show(backend, "up", "Whether it may be asked", it -> it.isActive() ? 1 : 0);
        show(backend, "in.flight", "Attempts on their way", Backend::inFlight);
    }

    private void show(Backend backend, String name, String description, ToDoubleFunction<Backend> value) {
        keep(
                backend,
                Gauge.builder("gateway.backend." + name, backend, value)
                        .description(description)
                        .tags("group", backend.group().name(), "backend", backend.name()));
    }

    /**
     * Shows a breaker as resilience4j-micrometer names it, but by looking when somebody asks: a breaker that has listeners makes an
     * event of every request.
     */
    void guarded(Backend backend, CircuitBreaker breaker) {
        for (CircuitBreaker.State state : CircuitBreaker.State.values()) {
            keep(
                    backend,
                    Gauge.builder(
                                    "resilience4j.circuitbreaker.state",
                                    backend,
                                    it -> it.breakerState().equals(state.name()) ? 1 : 0)
                            .description("The states of the circuit breaker")
                            .tags(
                                    "name",
                                    breaker.getName(),
                                    "state",
                                    state.name().toLowerCase(Locale.ROOT)));
        }
    }

    private void keep(Backend backend, Gauge.Builder<Backend> gauge) {
        shown.computeIfAbsent(backend, it -> new CopyOnWriteArrayList<>())
                .add(gauge.strongReference(true).register(registry));
    }

    void left(Backend backend) {
        List<Meter> meters = shown.remove(backend);
        if (meters != null) {
            meters.forEach(registry::remove);
        }
    }
}
