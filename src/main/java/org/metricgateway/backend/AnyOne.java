package org.metricgateway.backend;

import java.util.function.Predicate;

/** At random. */
final class AnyOne implements Policy {

    @Override
    public Backend pick(Usable from, Predicate<Backend> fit) {
        int place = from.draw(fit);
        return place < 0 ? null : from.get(place);
    }
}
