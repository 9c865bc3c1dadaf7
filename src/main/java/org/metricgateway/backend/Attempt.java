package org.metricgateway.backend;

import org.apache.camel.Exchange;

/**
 * One try of one request at one backend, and how far it came. The load balancer makes it, the relay fills it, the breaker and the
 * retry table read it. It lives on one event loop.
 */
public final class Attempt {

    private static final String PROPERTY = "metric-gateway.attempt";

    private final Backend backend;
    private final boolean fresh;
    private boolean sent;
    private boolean reused;
    private long headAt;
    private int status;
    private Runnable onHead;

    /**
     * @param backend who is asked
     * @param fresh whether only a new connection will do
     */
    public Attempt(Backend backend, boolean fresh) {
        this.backend = backend;
        this.fresh = fresh;
    }

    /** The attempt that this exchange is at. */
    public static Attempt of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Attempt.class);
    }

    void begins(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    public Backend backend() {
        return backend;
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
