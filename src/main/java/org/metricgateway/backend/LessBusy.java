package org.metricgateway.backend;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/**
 * Of two at random, the one with fewer requests in flight.
 *
 * @see <a href="https://www.eecs.harvard.edu/~michaelm/postscripts/mythesis.pdf">The Power of Two Choices in Randomized Load
 *     Balancing</a>
 */
final class LessBusy implements Policy {

    @Override
    public Backend pick(Usable from, Predicate<Backend> fit) {
        int place = from.draw(fit);
        if (place < 0) {
            return null;
        }
        Backend one = from.get(place);
        if (from.size() == 1) {
            return one;
        }
        int further = 1 + ThreadLocalRandom.current().nextInt(from.size() - 1);
        Backend other = from.get((place + further) % from.size());
        return other.inFlight() < one.inFlight() && fit.test(other) ? other : one;
    }
}
