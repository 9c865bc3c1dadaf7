package org.metricgateway.backend;

/** Is told what becomes of the backends of a group, on any thread: it must not block. */
public interface HealthObserver {

    void turned(Backend backend, Standing before, Standing after);

    /** A probe of it is over. */
    default void probed(Backend backend, Finding.Outcome outcome) {}

    /** Some joined or left. */
    default void joinedOrLeft(Group group) {}
}
