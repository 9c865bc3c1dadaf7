package org.metricgateway.backend;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** At random, as often as its weight says. */
final class Weighted implements Policy {

    @Override
    public Backend pick(Usable from, Predicate<Backend> fit) {
        for (int i = 0; i < from.draws(); i++) {
            Backend next = from.byWeight(ThreadLocalRandom.current().nextInt(from.weight()));
            if (fit.test(next)) {
                return next;
            }
        }
        return null;
    }
}
