package org.metricgateway.backend;

import java.util.function.Predicate;

/** The first one that takes the turn, in the order of the group. */
final class FirstAvailable implements Policy {

    @Override
    public Backend pick(Usable from, Predicate<Backend> fit) {
        for (int i = 0; i < from.size(); i++) {
            if (fit.test(from.get(i))) {
                return from.get(i);
            }
        }
        return null;
    }
}
