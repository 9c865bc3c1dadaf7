package org.metricgateway.admin;

import org.metricgateway.backend.ClientLeft;
import org.metricgateway.http.Received;
import org.metricgateway.http.RequestObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs which requests are answered with an error of the gateway's own, and why: a bounded number of lines in each second. */
public final class Refusals implements RequestObserver {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private static final int LINES = 20;

    private static final int INTERNAL = 500;

    private final LineBudget budget;

    public Refusals() {
        this(new LineBudget(LINES, System::nanoTime));
    }

    Refusals(LineBudget budget) {
        this.budget = budget;
    }

    @Override
    public void refused(int status, String reason, String client) {
        if (mayLog()) {
            LOG.warn("{} -> {}: {}", client, status, reason);
        }
    }

    @Override
    public void failed(Received request, int status, String reason, Throwable failure) {
        if (failure instanceof ClientLeft) {
            LOG.debug("{} left before its answer [{}]", request.peer().address(), request.id());
        } else if (mayLog()) {
            String line = "%s %s %s -> %d: %s [%s]"
                    .formatted(
                            request.peer().address(), request.method(), request.path(), status, reason, request.id());
            if (status == INTERNAL) {
                LOG.error("{}", line, failure);
            } else {
                LOG.warn("{}", line);
            }
        }
    }

    private boolean mayLog() {
        if (!budget.take()) {
            return false;
        }
        long left = budget.left();
        if (left > 0) {
            LOG.warn("{} more requests were refused or failed than there are lines for", left);
        }
        return true;
    }
}
