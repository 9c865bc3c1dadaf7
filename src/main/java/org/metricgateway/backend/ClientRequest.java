package org.metricgateway.backend;

import org.apache.camel.Exchange;
import org.metricgateway.config.GroupSettings;

/** A client's request, as far as asking backends for it is concerned. It lives on one event loop, which must not be blocked. */
public interface ClientRequest {

    /** The exchange's property that holds it. */
    String PROPERTY = "metric-gateway.received";

    /** The request that this exchange, or the one it is a share of, began with. */
    static ClientRequest of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, ClientRequest.class);
    }

    /** The {@link System#nanoTime()} at which it was there as a whole. */
    long receivedAt();

    /** The {@link System#nanoTime()} of the moment, or a little before. To be called on its event loop. */
    long now();

    /** Of its body. */
    int bytes();

    /** Looks at it only now. */
    Repeatable repeatable(GroupSettings group);

    /** Whether bytes of an answer are on their way to the client. */
    boolean isAnswered();

    boolean hasLeft();

    /** Runs this on its event loop, at once if this is it. */
    void run(Runnable task);

    /**
     * Waits without blocking. Only one of both runs, on its event loop. To be called there.
     *
     * @param nanos how long
     * @param over runs after this time
     * @param left runs if the client leaves before
     * @return ends the wait: neither of them runs any more
     */
    Runnable waits(long nanos, Runnable over, Runnable left);
}
