package org.metricgateway.admin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.metricgateway.backend.Attempt;
import org.metricgateway.backend.Group;

/** Counts what happens to the backends of each group: attempts, probes, and how their health goes. */
final class GroupMeters {

    private final Map<String, Counter[]> attempts = new HashMap<>();
    private final Map<String, Counter> retries = new HashMap<>();

    GroupMeters(MeterRegistry registry, Collection<Group> groups) {
        for (Group group : groups) {
            attempts.put(group.name(), attempts(registry, group));
            retries.put(
                    group.name(),
                    Counter.builder("gateway.retries")
                            .description("Attempts that were not the first at their request")
                            .tag("group", group.name())
                            .register(registry));
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

    void attempted(Attempt attempt, AttemptResult result) {
        attempts.get(attempt.backend().group().name())[result.ordinal()].increment();
    }

    void retried(Attempt attempt) {
        retries.get(attempt.backend().group().name()).increment();
    }
}
