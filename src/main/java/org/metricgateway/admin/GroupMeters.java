package org.metricgateway.admin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.metricgateway.backend.Attempt;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.Finding;
import org.metricgateway.backend.Group;
import org.metricgateway.backend.HealthObserver;
import org.metricgateway.backend.Standing;

/** Counts what happens to the backends of each group: attempts, probes, and how their health turns. */
final class GroupMeters implements HealthObserver {

    private final MeterRegistry registry;
    private final Map<String, Counter[]> attempts = new HashMap<>();
    private final Map<String, Counter> retries = new HashMap<>();

    GroupMeters(MeterRegistry registry, Collection<Group> groups) {
        this.registry = registry;
        for (Group group : groups) {
            String name = group.name();
            attempts.put(name, attempts(name));
            retries.put(name, counter("retries", "Attempts that were not the first at their request", name));
            ejections(name);
            show(group);
            for (Finding.Outcome outcome : Finding.Outcome.values()) {
                probes(name, outcome);
            }
            for (Standing standing : Standing.values()) {
                show(group, standing);
            }
        }
    }

    private Counter[] attempts(String group) {
        Counter[] counters = new Counter[AttemptResult.values().length];
        for (AttemptResult result : AttemptResult.values()) {
            counters[result.ordinal()] = counter("attempts", "Attempts that are over", group, "result", result.word());
        }
        return counters;
    }

    private void show(Group group) {
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

    private void show(Group group, Standing standing) {
        Gauge.builder("gateway.backends", group, it -> count(it, standing))
                .description("Backends by what becomes of them; only active ones are asked")
                .tags("group", group.name(), "health", standing.word())
                .strongReference(true)
                .register(registry);
    }

    private static long count(Group group, Standing standing) {
        return group.backends().stream()
                .filter(backend -> backend.standing() == standing)
                .count();
    }

    void attempted(Attempt attempt, AttemptResult result) {
        attempts.get(attempt.backend().group().name())[result.ordinal()].increment();
    }

    void retried(Attempt attempt) {
        retries.get(attempt.backend().group().name()).increment();
    }

    @Override
    public void probed(Backend backend, Finding.Outcome outcome) {
        probes(backend.group().name(), outcome).increment();
    }

    private Counter probes(String group, Finding.Outcome outcome) {
        return counter(
                "probes",
                "Probes that are over",
                group,
                "result",
                outcome.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void turned(Backend backend, Standing before, Standing after) {
        String group = backend.group().name();
        counter("health.transitions", "How health turned", group, "from", before.word(), "to", after.word())
                .increment();
        if (after == Standing.EJECTED) {
            ejections(group).increment();
        }
    }

    private Counter ejections(String group) {
        return counter("backend.ejections", "Times that requests showed that one cannot be asked", group);
    }

    /** That with these labels, made when it is first needed. */
    private Counter counter(String name, String description, String group, String... more) {
        return Counter.builder("gateway." + name)
                .description(description)
                .tag("group", group)
                .tags(more)
                .register(registry);
    }
}
