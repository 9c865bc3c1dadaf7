package org.metricgateway.backend;

/**
 * Who is asked, begun: whoever gets it must end it.
 *
 * @param forced whether its breaker must let the request pass: all that may be asked are out
 */
record Choice(Backend backend, boolean forced) {

    /** Who is asked though the breaker is open has been pardoned. */
    static Choice of(Backend backend) {
        return new Choice(backend, backend.breaker().isOpen());
    }

    Choice force() {
        return new Choice(backend, true);
    }
}
