package org.metricgateway.backend;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/** Is told what becomes of backends and of what they are asked. Called on event loops. */
public interface BackendObserver {

    /**
     * One try of one request is over.
     *
     * @param failure null if there is an answer, whatever its status
     */
    void attempted(Attempt attempt, Throwable failure);

    /** This attempt begins, and is not the first one at its request. */
    void retried(Attempt attempt);

    /** From now on this breaker is the backend's. */
    void guarded(Backend backend, CircuitBreaker breaker);

    /** This backend is one of its group's from now on. Not on an event loop. */
    void joined(Backend backend);

    /** This backend has left its group, and has finished its work: nobody will hear of it again. Not on an event loop. */
    void left(Backend backend);
}
