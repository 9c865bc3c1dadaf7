package org.metricgateway.backend;

import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;

/**
 * One try of one request at one backend, and how far it came. The load balancer makes it, the relay fills it, the breaker and the
 * retry table read it. It lives on one event loop.
 */
public final class Attempt {

    private static final String PROPERTY = "metric-gateway.attempt";

    private final Choice choice;
    private final Asking asking;
    private boolean fresh;
    private boolean sent;
    private boolean declined;
    private boolean doneBefore;
    private boolean reused;
    private long headAt;
    private int status;
    private Runnable onHead;

    /** @param asking what it belongs to; null where nobody asks again */
    Attempt(Choice choice, Asking asking) {
        this.choice = choice;
        this.asking = asking;
    }

    /** One of its own. */
    public static Attempt at(Backend backend) {
        return new Attempt(new Choice(backend, false), null);
    }

    /** The attempt that this exchange is at. */
    public static Attempt of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Attempt.class);
    }

    /** Sends the exchange into its backend's route. */
    void begin(Exchange exchange, BackendRoutes routes, AsyncCallback over) {
        exchange.setProperty(PROPERTY, this);
        AsyncProducer route;
        try {
            route = routes.producerFor(backend());
        } catch (IllegalStateException e) {
            exchange.setException(e);
            over.done(true);
            return;
        }
        route.process(exchange, over);
    }

    public Backend backend() {
        return choice.backend();
    }

    /** Whether its backend's breaker must let it pass. */
    boolean isForced() {
        return choice.forced();
    }

    /** Only a new connection will do. */
    void onFreshConnection() {
        fresh = true;
    }

    public boolean wantsFreshConnection() {
        return fresh;
    }

    /** Some of the request was handed to the socket. */
    public void sentOver(boolean reusedConnection) {
        sent = true;
        reused = reusedConnection;
    }

    /** At this {@link System#nanoTime()} the head of the answer is there: what follows says nothing about the backend's speed. */
    public void headArrived(int itsStatus, long at) {
        status = itsStatus;
        headAt = at;
        if (onHead != null) {
            onHead.run();
        }
    }

    public boolean isSent() {
        return sent;
    }

    /** The backend said that it did nothing of it. */
    void declined() {
        declined = true;
    }

    boolean isDeclined() {
        return declined;
    }

    /** Another one was sent before it, and may have done what it is about. */
    void afterOthers() {
        doneBefore = true;
    }

    /** Whether a backend, its own or one asked before it, may have done what it is about. */
    public boolean mayBeDone() {
        return doneBefore || sent && !declined;
    }

    /**
     * Judges an answer of which nothing went to the client yet. To be asked once.
     *
     * @return whether the client must not get it: the request is asked for again
     */
    public boolean isRefused(Sign sign) {
        return sign != Sign.NONE && asking != null && asking.refuses(this, sign);
    }

    public boolean isReused() {
        return reused;
    }

    public boolean hasHead() {
        return headAt != 0;
    }

    /** The {@link System#nanoTime()} of its head. */
    long headAt() {
        return headAt;
    }

    /** Of the answer; 0 before its head. */
    public int status() {
        return status;
    }

    void whenHeadArrives(Runnable action) {
        onHead = action;
    }
}
