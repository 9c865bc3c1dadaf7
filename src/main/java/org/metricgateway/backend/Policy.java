package org.metricgateway.backend;

import java.util.function.Predicate;
import org.metricgateway.config.Balance;

/**
 * How one of several backends is chosen. A turn that its backend does not take is offered anew, and not to its neighbour: that one
 * would get a second part of the requests.
 */
interface Policy {

    /**
     * @param from at least one
     * @param fit whether a backend takes the turn that it is offered
     * @return null if none took it in a fair number of turns
     */
    Backend pick(Usable from, Predicate<Backend> fit);

    /** @param again whether it is for a request that was sent to another backend before */
    static Policy of(Balance balance, boolean again) {
        return switch (balance) {
            // A second attempt takes nobody's turn: else every request of two would meet the same dead one first.
            case ROUND_ROBIN -> again ? new AnyOne() : new RoundRobin();
            case LEAST_CONNECTIONS -> new LessBusy();
            case WEIGHTED -> new Weighted();
            case RANDOM -> new AnyOne();
            case FIRST_AVAILABLE -> new FirstAvailable();
        };
    }
}
