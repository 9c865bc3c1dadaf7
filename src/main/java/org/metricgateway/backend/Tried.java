package org.metricgateway.backend;

import java.util.HashSet;
import java.util.Set;

/** What was tried of one request so far. */
final class Tried {

    private Set<Backend> backends = Set.of();
    private Set<Backend> inVain = Set.of();
    private Set<Backend> resets = Set.of();
    private int retries;
    private int pauses;
    private boolean held;
    private long heldUntil;
    private boolean stale;
    private boolean perhapsDone;

    /** This attempt did not bring the answer. */
    void add(Attempt attempt, AttemptEnd end) {
        backends = with(backends, attempt.backend());
        inVain = end.isUndone() ? with(inVain, attempt.backend()) : inVain;
        stale |= end == AttemptEnd.STALE;
        perhapsDone |= attempt.mayBeDone();
    }

    private static Set<Backend> with(Set<Backend> some, Backend another) {
        Set<Backend> more = some.isEmpty() ? new HashSet<>(4) : some;
        more.add(another);
        return more;
    }

    Set<Backend> backends() {
        return backends;
    }

    boolean isNothing() {
        return backends.isEmpty();
    }

    /** Whether it was not asked after all, since the request last waited. */
    boolean isInVain(Backend backend) {
        return inVain.contains(backend);
    }

    /** What the next attempt has to know of those before it. */
    void prepares(Attempt next) {
        if (stale || backends.contains(next.backend())) {
            next.onFreshConnection();
        }
        if (perhapsDone) {
            next.afterOthers();
        }
    }

    /** How many backends broke the connection, this one included. */
    int resets(Backend backend) {
        resets = with(resets, backend);
        return resets.size();
    }

    int retries() {
        return retries;
    }

    /** One more is paid for. */
    void retried() {
        retries++;
        held = false;
    }

    /**
     * How much longer it may wait in the hold, in nanoseconds. Attempts that nobody was sent do not lengthen it.
     *
     * @param most if it has not waited yet
     */
    long timeToHold(long now, long most) {
        heldUntil = held ? heldUntil : now + most;
        held = true;
        return heldUntil - now;
    }

    /** The request waits: whoever could not be asked may be asked after that. */
    void waits() {
        inVain = Set.of();
    }

    /** How often it pauses because nobody could be asked after all, this time included. */
    int pauses() {
        return ++pauses;
    }
}
