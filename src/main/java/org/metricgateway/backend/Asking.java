package org.metricgateway.backend;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.util.HashSet;
import java.util.Set;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** One request being asked of one group: attempt after attempt, as the retry table allows. */
public final class Asking {

    private static final String ONCE = "metric-gateway.once";

    private static final int RETRIES = 2;

    private final Group group;
    private final BackendRoutes routes;
    private final BackendObserver observer;
    private final Exchange exchange;
    private final AsyncCallback callback;
    private final Message request;
    private final Set<Backend> tried = new HashSet<>(2);
    private Throwable lastFailure;
    private int retries;
    private boolean begun;

    Asking(Group group, BackendRoutes routes, BackendObserver observer, Exchange exchange, AsyncCallback callback) {
        this.group = group;
        this.routes = routes;
        this.observer = observer;
        this.exchange = exchange;
        this.callback = callback;
        this.request = exchange.getIn();
    }

    /** This request must not be sent again once a byte of it was sent. */
    public static void once(Exchange exchange) {
        exchange.setProperty(ONCE, true);
    }

    /** Begins with the first attempt, or ends at once. */
    void ask() {
        try {
            attempt(new Attempt(group.next(tried), false));
        } catch (NobodyToAsk | AllExcluded | AllBusy e) {
            exchange.setException(lastFailure == null ? e : lastFailure);
            callback.done(false);
        }
    }

    private void attempt(Attempt attempt) {
        if (begun) {
            observer.retried(attempt);
        }
        begun = true;
        attempt.begins(exchange);
        // Each attempt has a message of its own: what one backend's route changes must not reach the next.
        exchange.setIn(request.copy());
        routes.producerFor(attempt.backend()).process(exchange, sync -> over(attempt));
    }

    private void over(Attempt attempt) {
        attempt.backend().end();
        Throwable failure = exchange.getException();
        observer.attempted(attempt, failure);
        if (failure instanceof NotConnected || failure instanceof CallNotPermittedException) {
            tried.add(attempt.backend());
            lastFailure = failure instanceof NotConnected ? failure : lastFailure;
            again();
            ask();
        } else if (isStale(failure, attempt) && attempt.backend().begin()) {
            retries++;
            again();
            attempt(new Attempt(new Choice(attempt.backend(), false), true));
        } else {
            callback.done(false);
        }
    }

    /** A backend may close an idle connection in the moment in which it is used again. */
    private boolean isStale(Throwable failure, Attempt attempt) {
        return failure instanceof ClosedUnanswered
                && attempt.isReused()
                && retries < RETRIES
                && exchange.getProperty(ONCE) == null;
    }

    private void again() {
        exchange.setException(null);
        exchange.getExchangeExtension().setRedeliveryExhausted(false);
        exchange.getExchangeExtension().setErrorHandlerHandled(null);
    }
}
