package org.metricgateway.admin;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.metricgateway.backend.Attempt;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.Group;

/** Counts attempts and retries, and shows what each backend and its breaker are at. */
final class BackendMeters {

    private final MeterRegistry registry;
    private final Map<String, Counter[]> attempts = new HashMap<>();
    private final Map<String, Counter> retries = new HashMap<>();

    BackendMeters(MeterRegistry registry, Collection<Group> groups) {
        this.registry = registry;
        for (Group group : groups) {
            attempts.put(group.name(), attempts(registry, group));
            retries.put(
                    group.name(),
                    Counter.builder("gateway.retries")
                            .description("Attempts that were not the first at their request")
                            .tag("group", group.name())
                            .register(registry));
            show(registry, group);
            group.backends().forEach(this::joined);
        }
    }

    private static Counter[] attempts(MeterRegistry registry, Group group) {
        Counter[] counters = new Counter[AttemptResult.values().length];
        for (AttemptResult result : AttemptResult.values()) {
            counters[result.ordinal()] = Counter.builder("gateway.attempts")
                    .description("Attempts that are over")
                    .tags("group", group.name(), "result", result.word())
                    .register(registry);
        }
        return counters;
    }

    private static void show(MeterRegistry registry, Group group) {
        Gauge.builder("gateway.held.requests", group, Group::held)
                .description("Requests that wait until a backend can be asked")
                .tag("group", group.name())
                .register(registry);
        FunctionCounter.builder("gateway.hold.expired", group, Group::holdExpired)
                .description("Requests that waited so in vain")
                .tag("group", group.name())
                .register(registry);
        FunctionCounter.builder("gateway.retry.budget.spent", group, Group::retriesRefused)
                .description("Retries that the group's budget did not allow")
                .tag("group", group.name())
                .register(registry);
    }

    void joined(Backend backend) {
        Gauge.builder("gateway.backend.up", backend, it -> it.isActive() ? 1 : 0)
                .description("Whether it may be asked")
                .tags("group", backend.group().name(), "backend", backend.name())
                .strongReference(true)
                .register(registry);
        Gauge.builder("gateway.backend.in.flight", backend, Backend::inFlight)
                .description("Attempts on their way")
                .tags("group", backend.group().name(), "backend", backend.name())
                .strongReference(true)
                .register(registry);
    }

    /** Its meters are shown no more. */
    void left(Backend backend) {
        registry.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> isOf(backend, id))
                .forEach(registry::remove);
    }

    private static boolean isOf(Backend backend, Meter.Id id) {
        return backend.routeId().equals(id.getTag("name"))
                || backend.name().equals(id.getTag("backend"))
                        && backend.group().name().equals(id.getTag("group"));
    }

    /**
     * Shows a breaker as resilience4j-micrometer names it, but by looking when somebody asks: a breaker that has listeners makes an
     * event of every request.
     */
    void guarded(Backend backend, CircuitBreaker breaker) {
        for (CircuitBreaker.State state : CircuitBreaker.State.values()) {
            Gauge.builder(
                            "resilience4j.circuitbreaker.state",
                            backend,
                            it -> it.breakerState().equals(state.name()) ? 1 : 0)
                    .description("The states of the circuit breaker")
                    .tags("name", breaker.getName(), "state", state.name().toLowerCase(Locale.ROOT))
                    .strongReference(true)
                    .register(registry);
        }
    }

    void attempted(Attempt attempt, AttemptResult result) {
        attempts.get(attempt.backend().group().name())[result.ordinal()].increment();
    }

    void retried(Attempt attempt) {
        retries.get(attempt.backend().group().name()).increment();
    }
}
