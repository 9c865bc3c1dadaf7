package org.metricgateway.backend;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * One request being asked of one group: attempt after attempt, as the retry table allows, and in the hold while nobody can be asked.
 * It lives on the request's event loop.
 */
final class Asking implements Runnable, Held.Waiting {

    private final Group group;
    private final BackendRoutes routes;
    private final BackendObserver observer;
    private final Exchange exchange;
    private final AsyncCallback callback;
    private final Message message;
    private final ClientRequest client;
    private final Tried tried = new Tried();
    private RuntimeException lastFailure;
    private Attempt next;
    private boolean starting;

    Asking(Group group, BackendRoutes routes, BackendObserver observer, Exchange exchange, AsyncCallback callback) {
        this.group = group;
        this.routes = routes;
        this.observer = observer;
        this.exchange = exchange;
        this.callback = callback;
        this.message = exchange.getIn();
        this.client = ClientRequest.of(exchange);
    }

    /** Begins with the first attempt, behind those that wait for one. */
    @Override
    public void run() {
        group.retryBudget().requested(client.receivedAt());
        if (group.hold().isWaitedIn()) {
            hold(0, null);
        } else {
            ask();
        }
    }

    private void ask() {
        try {
            ask(group.next(tried.backends()));
        } catch (AllExcluded e) {
            refused(e);
        } catch (AllBusy | NobodyToAsk e) {
            if (e instanceof AllBusy && tried.isNothing()) {
                refused(e);
            } else {
                hold(0, e);
            }
        }
    }

    private void ask(Choice choice) {
        if (tried.isInVain(choice.backend())) {
            // It seems usable and is not: without a pause this would go round and round.
            choice.backend().end();
            hold(Backoff.afterUnsent(tried.pauses()), lastFailure);
        } else {
            released(choice);
        }
    }

    @Override
    public void released(Choice choice) {
        next = new Attempt(choice, this);
        if (!starting) {
            starting = true;
            // An attempt that is over before its route returns names the next one: they must not nest.
            while (next != null) {
                start(next);
            }
            starting = false;
        }
    }

    private void start(Attempt attempt) {
        next = null;
        tried.prepares(attempt);
        if (!tried.isNothing()) {
            observer.retried(attempt);
        }
        // Each attempt has a message of its own: what one backend's route changes must not reach the next.
        exchange.setIn(message.copy());
        attempt.begin(exchange, routes, sync -> over(attempt));
    }

    private void over(Attempt attempt) {
        attempt.backend().end();
        Throwable failure = exchange.getException();
        observer.attempted(attempt, failure);
        if (failure == null) {
            callback.done(false);
        } else {
            failed(attempt, failure);
        }
        group.hold().wake();
    }

    private void failed(Attempt attempt, Throwable failure) {
        AttemptEnd end = AttemptEnd.of(attempt, failure);
        if (end.isLast() || !new Retries(group, client, tried).allow(attempt, failure, end)) {
            callback.done(false);
            return;
        }
        lastFailure = (RuntimeException) failure;
        tried.add(attempt, end);
        exchange.setException(null);
        exchange.getExchangeExtension().setRedeliveryExhausted(false);
        exchange.getExchangeExtension().setErrorHandlerHandled(null);
        if (end.isUndone() || end == AttemptEnd.STALE) {
            ask();
        } else {
            client.waits(Backoff.beforeRetry(tried.retries()), this::ask, () -> refused(new ClientLeft()));
        }
    }

    /** Whether the client must not get the answer that has this sign: the request is asked again. */
    boolean refuses(Attempt attempt, Sign sign) {
        return new Retries(group, client, tried).refuse(attempt, sign);
    }

    /** @param pause how long it must not be asked even so, in nanoseconds */
    private void hold(long pause, RuntimeException reason) {
        tried.waits();
        Held held = new Held(group, client, tried, this);
        if (group.hold().isOff()) {
            refused(lastFailure == null ? reason : lastFailure);
        } else if (client.hasLeft()) {
            refused(new ClientLeft());
        } else if (!held.waits(pause)) {
            refused(HeldInVain.full(group.name()));
        }
    }

    @Override
    public void refused(RuntimeException reason) {
        exchange.setException(reason);
        callback.done(false);
    }
}
