package org.metricgateway.backend;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;

/**
 * How an attempt ended before any byte went to the client, and so whether the request may be sent again: the rows of the retry
 * table, whose columns are {@link Repeatable}.
 */
enum AttemptEnd {
    /** No connection, or the breaker was open. */
    NOT_SENT(true, true),
    /** The backend says that it did not take it. */
    DECLINED(true, true),
    /** A connection that was used before was closed before any byte of an answer. */
    STALE(true, false),
    /** It was reset, or broke off. */
    BROKEN(true, false),
    /** An answer from which it cannot be told whether it was done, or that others may do better. */
    FAILED(true, false),
    /** Whatever else: an answer, or a failure that another attempt would not change. */
    OVER(false, false);

    private final boolean again;
    private final boolean undone;

    /**
     * @param again whether it may be asked for again at all
     * @param undone whether nothing was done for sure
     */
    AttemptEnd(boolean again, boolean undone) {
        this.again = again;
        this.undone = undone;
    }

    static AttemptEnd of(Attempt attempt, Throwable failure) {
        if (failure instanceof NotConnected || failure instanceof CallNotPermittedException) {
            return NOT_SENT;
        }
        if (failure instanceof ClosedUnanswered) {
            return attempt.isReused() ? STALE : BROKEN;
        }
        if (failure instanceof BrokenAnswer) {
            return BROKEN;
        }
        if (failure instanceof AnswerRefused) {
            return attempt.isDeclined() ? DECLINED : FAILED;
        }
        // A slow answer of a backend that is well is a slow query: it would be as slow elsewhere.
        boolean silent = failure instanceof TooSlow
                && !attempt.hasHead()
                && !attempt.backend().isSound();
        return silent || failure instanceof BackendDown ? FAILED : OVER;
    }

    static AttemptEnd of(Sign sign) {
        return switch (sign) {
            case NONE -> OVER;
            case DRAINING -> DECLINED;
            case DYING, FAILING -> FAILED;
        };
    }

    /** Whether it must not be asked for again, whatever the request is. */
    boolean isLast() {
        return !again;
    }

    /** Whether nothing was done for sure: asking again costs nothing. */
    boolean isUndone() {
        return undone;
    }

    /** Whether the backend broke the connection. */
    boolean isReset() {
        return this == STALE || this == BROKEN;
    }

    /** Whether such a request may be asked for again. */
    boolean allows(Repeatable request) {
        return undone || again && request != Repeatable.ONCE;
    }
}
