package org.metricgateway.backend;

import org.metricgateway.config.GroupSettings;

/**
 * What follows from an attempt without an answer that a client may get: for its backend, and for the request, which is asked again
 * if the retry table allows it and the group can afford it.
 */
final class Retries {

    /** A read that made so many backends break the connection may be what breaks them. */
    private static final int DEADLY = 2;

    private final Group group;
    private final ClientRequest client;
    private final Tried tried;

    Retries(Group group, ClientRequest client, Tried tried) {
        this.group = group;
        this.client = client;
        this.tried = tried;
    }

    /** Whether it is asked again after this failure. To be asked once for each: a retry is paid for. */
    boolean allow(Attempt attempt, Throwable failure, AttemptEnd end) {
        if (failure instanceof NotConnected unreachable) {
            attempt.backend().eject(unreachable.reason());
        }
        // About an answer that was refused it was decided when it came.
        return failure instanceof AnswerRefused || isAllowed(attempt, end);
    }

    /** Whether it is asked again instead of passing this answer on. To be asked once for each. */
    boolean refuse(Attempt attempt, Sign sign) {
        if (sign == Sign.DRAINING) {
            attempt.declined();
            attempt.backend().drain("an answer says that it takes nothing new");
        } else if (sign == Sign.DYING) {
            attempt.backend().eject("an answer says that it stops");
        }
        return isAllowed(attempt, AttemptEnd.of(sign));
    }

    private boolean isAllowed(Attempt attempt, AttemptEnd end) {
        if (end.isLast() || client.isAnswered() || client.hasLeft()) {
            return false;
        }
        return end.isUndone() || mayRepeat(attempt, end) && isInTime() && isAffordable();
    }

    private boolean mayRepeat(Attempt attempt, AttemptEnd end) {
        GroupSettings settings = group.settings();
        if (tried.retries() >= settings.retries()) {
            return false;
        }
        Repeatable request = client.repeatable(settings);
        boolean deadly = end.isReset() && tried.resets(attempt.backend()) >= DEADLY && request == Repeatable.READ;
        return end.allows(request) && !deadly;
    }

    private boolean isInTime() {
        return Deadline.of(client, group) - System.nanoTime() > 0;
    }

    private boolean isAffordable() {
        boolean affordable = group.retryBudget().take(System.nanoTime());
        if (affordable) {
            tried.retried();
        }
        return affordable;
    }
}
