package org.metricgateway.backend;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Which backends are asked though their breakers are open: at most half of those that are well may be out so, and of those beyond it
 * is the least bad that are not. It holds for a moment, as breakers tell nobody that they open.
 */
final class Pardon {

    private static final long HOLDS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Usable usable;
    private final Set<Backend> pardoned;
    private final long madeAt = System.nanoTime();

    Pardon(Usable usable) {
        this.usable = usable;
        List<Backend> open = leastBadFirst(usable.fromAnywhere().stream()
                .filter(one -> one.breaker().isOpen())
                .toList());
        int out = usable.size() / 2;
        pardoned = Set.copyOf(open.subList(0, Math.max(0, open.size() - out)));
    }

    /** Fewer failures first, then fewer slow calls, then fewer requests in flight. */
    static List<Backend> leastBadFirst(List<Backend> backends) {
        return backends.stream()
                .map(Record::of)
                .sorted(Comparator.comparing(Record::failureRate)
                        .thenComparing(Record::slowRate)
                        .thenComparing(Record::inFlight))
                .map(Record::backend)
                .toList();
    }

    boolean holdsFor(Usable these) {
        return usable == these && System.nanoTime() - madeAt < HOLDS_NANOS;
    }

    boolean covers(Backend backend) {
        return pardoned.contains(backend);
    }

    /** As it is now: what changes while it is sorted cannot be sorted. */
    private record Record(Backend backend, float failureRate, float slowRate, int inFlight) {

        static Record of(Backend backend) {
            OwnBreaker breaker = backend.breaker();
            return new Record(backend, breaker.failureRate(), breaker.slowRate(), backend.inFlight());
        }
    }
}
