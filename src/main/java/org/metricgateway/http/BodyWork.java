package org.metricgateway.http;

import java.util.concurrent.Executor;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/** Work on the body of a request: at once if it is small, else apart from the event loop. */
final class BodyWork {

    /** About a millisecond's reading. */
    private static final int SMALL = 256 * 1024;

    private final Executor large;

    /** @param large does what takes long */
    BodyWork(Executor large) {
        this.large = large;
    }

    /** As an asynchronous processor does it; what the work throws ends the exchange. */
    boolean run(Exchange exchange, Received received, Runnable work, AsyncCallback callback) {
        if (received.content().readableBytes() <= SMALL && !Inflater.isGzipped(received)) {
            attempt(exchange, work);
            callback.done(true);
            return true;
        }
        large.execute(() -> {
            attempt(exchange, work);
            received.client.eventLoop().execute(() -> callback.done(false));
        });
        return false;
    }

    private static void attempt(Exchange exchange, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            exchange.setException(e);
        }
    }
}
