package org.metricgateway.admin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.metricgateway.backend.Group;
import org.metricgateway.config.Dialect;
import org.metricgateway.http.Received;

/** Counts requests. Every meter is made beforehand: a request costs a look-up, and none of its own words becomes a label. */
final class RequestMeters {

    /** Stands for a group where several were asked, or none was. */
    static final String SEVERAL = "several";

    static final String NONE = "none";

    private static final Duration[] BUCKETS = LongStream.of(
                    1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 180_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Map<Dialect, Map<String, Counter[]>> requests = new EnumMap<>(Dialect.class);
    private final Map<Dialect, Timer> durations = new EnumMap<>(Dialect.class);
    private final Map<String, Counter> throttled = new HashMap<>();
    private final Map<String, Counter> partial = new HashMap<>();

    RequestMeters(MeterRegistry registry, Collection<Group> groups) {
        for (Group group : groups) {
            speaks(registry, group.settings().dialect());
            count(registry, group.settings().dialect(), group.name());
            throttled.put(group.name(), ofGroup(registry, "throttled", "Requests it had no room for", group));
            partial.put(group.name(), ofGroup(registry, "partial.answers", "Answers that lack its part", group));
        }
        groups.forEach(group -> count(registry, group.settings().dialect(), SEVERAL));
        speaks(registry, Dialect.HTTP);
    }

    private void speaks(MeterRegistry registry, Dialect dialect) {
        count(registry, dialect, NONE);
        durations.computeIfAbsent(dialect, spoken -> Timer.builder("gateway.request.duration")
                .description("From the receipt of a request to the last byte of its answer")
                .tag("dialect", spoken.word())
                .serviceLevelObjectives(BUCKETS)
                .register(registry));
    }

    private void count(MeterRegistry registry, Dialect dialect, String group) {
        Counter[] counters = new Counter[Outcome.values().length];
        for (Outcome outcome : Outcome.values()) {
            counters[outcome.ordinal()] = Counter.builder("gateway.requests")
                    .description("Requests that are over")
                    .tags("dialect", dialect.word(), "group", group, "outcome", outcome.word())
                    .register(registry);
        }
        requests.computeIfAbsent(dialect, spoken -> new HashMap<>()).put(group, counters);
    }

    private static Counter ofGroup(MeterRegistry registry, String name, String description, Group group) {
        return Counter.builder("gateway." + name)
                .description(description)
                .tag("group", group.name())
                .register(registry);
    }

    void over(Received request, Outcome outcome, long nanos) {
        Dialect dialect = request.dialect();
        requests.get(dialect)
                .get(label(request.remarks().groups(), dialect))[outcome.ordinal()]
                .increment();
        durations.get(dialect).record(nanos, TimeUnit.NANOSECONDS);
        request.remarks().throttled().forEach(group -> throttled.get(group).increment());
        request.remarks().missing().forEach(group -> partial.get(group).increment());
    }

    private String label(String groups, Dialect dialect) {
        if (groups.isEmpty()) {
            return NONE;
        }
        return requests.get(dialect).containsKey(groups) ? groups : SEVERAL;
    }
}
