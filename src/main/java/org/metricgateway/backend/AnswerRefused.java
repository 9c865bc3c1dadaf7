package org.metricgateway.backend;

/** An answer that no client gets, because the request may be asked for again. */
public final class AnswerRefused extends RuntimeException {

    public AnswerRefused(int status) {
        super("its backend answered " + status, null, false, false);
    }
}
