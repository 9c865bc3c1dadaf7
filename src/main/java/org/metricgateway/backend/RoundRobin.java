package org.metricgateway.backend;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Each in turn. */
final class RoundRobin implements Policy {

    private final AtomicInteger turn = new AtomicInteger();

    @Override
    public Backend pick(Usable from, Predicate<Backend> fit) {
        for (int i = 0; i < from.draws(); i++) {
            Backend next = from.get((turn.getAndIncrement() & Integer.MAX_VALUE) % from.size());
            if (fit.test(next)) {
                return next;
            }
        }
        return null;
    }
}
