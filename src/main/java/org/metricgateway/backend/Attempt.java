package org.metricgateway.backend;

import org.apache.camel.Exchange;

/**
 * One try of one request at one backend, and how far it came. The load balancer makes it, the relay fills it, the breaker and the
 * retry table read it. It lives on one event loop.
 */
public final class Attempt {

    private static final String PROPERTY = "metric-gateway.attempt";

    private final Choice choice;
    private final boolean fresh;
    private boolean sent;
    private boolean reused;
    private long headAt;
    private int status;
    private Runnable onHead;

    /**
     * @param choice who is asked
     * @param fresh whether only a new connection will do
     */
    Attempt(Choice choice, boolean fresh) {
        this.choice = choice;
        this.fresh = fresh;
    }

    /** The first one at this backend. */
    public static Attempt at(Backend backend) {
        return new Attempt(new Choice(backend, false), false);
    }

    /** The attempt that this exchange is at. */
    public static Attempt of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Attempt.class);
    }

    void begins(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    public Backend backend() {
        return choice.backend();
    }

    /** Whether its backend's breaker must let it pass. */
    boolean isForced() {
        return choice.forced();
    }

    public boolean wantsFreshConnection() {
        return fresh;
    }

    /** Some of the request was handed to the socket. */
    public void sentOver(boolean reusedConnection) {
        sent = true;
        reused = reusedConnection;
    }

    /** The head of the answer is there: what follows says nothing about the backend's speed. */
    public void headArrived(int itsStatus) {
        status = itsStatus;
        headAt = System.nanoTime();
        if (onHead != null) {
            onHead.run();
        }
    }

    public boolean isSent() {
        return sent;
    }

    public boolean isReused() {
        return reused;
    }

    public boolean hasHead() {
        return headAt != 0;
    }

    /** Of the answer; 0 before its head. */
    public int status() {
        return status;
    }

    void whenHeadArrives(Runnable action) {
        onHead = action;
    }
}
