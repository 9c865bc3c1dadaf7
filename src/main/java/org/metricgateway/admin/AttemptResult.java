package org.metricgateway.admin;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.util.Locale;
import org.metricgateway.backend.AnswerRefused;
import org.metricgateway.backend.Attempt;
import org.metricgateway.backend.BackendDown;
import org.metricgateway.backend.BackendFailed;
import org.metricgateway.backend.ClientLeft;
import org.metricgateway.backend.ClosedUnanswered;
import org.metricgateway.backend.NotConnected;
import org.metricgateway.backend.TooSlow;

/** How an attempt ended, for a label. */
enum AttemptResult {
    ANSWERED,
    /** Answered with a status that counts against the backend, or so that it was asked elsewhere. */
    FAILED,
    /** Nothing of it was sent. */
    NOT_SENT,
    TOO_SLOW,
    /** The connection was closed, or the backend went down, before the first byte of an answer. */
    UNANSWERED,
    /** The answer broke off, or is none. */
    BROKEN,
    /** The client left meanwhile. */
    LEFT,
    /** A limit of the gateway's own was met. */
    DROPPED;

    static AttemptResult of(Attempt attempt, Throwable failure) {
        if (failure == null) {
            return attempt.backend().group().failureStatus().contains(attempt.status()) ? FAILED : ANSWERED;
        }
        if (failure instanceof AnswerRefused) {
            return FAILED;
        }
        if (failure instanceof NotConnected || failure instanceof CallNotPermittedException) {
            return NOT_SENT;
        }
        if (failure instanceof TooSlow) {
            return TOO_SLOW;
        }
        if (failure instanceof ClosedUnanswered || failure instanceof BackendDown) {
            return UNANSWERED;
        }
        return failure instanceof BackendFailed ? BROKEN : failure instanceof ClientLeft ? LEFT : DROPPED;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
