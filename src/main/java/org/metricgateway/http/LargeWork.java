package org.metricgateway.http;

import java.util.concurrent.Executor;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/** A step of a route that reads bytes: on the event loop if they are few, else on a thread of its own. */
final class LargeWork {

    /** About a millisecond's reading. */
    static final int SMALL = 256 * 1024;

    private final Executor large;

    LargeWork(Executor large) {
        this.large = large;
    }

    /** Of the request's body; what is zipped may be much longer than it looks. */
    static long lengthOf(Received received) {
        return Inflater.isGzipped(received)
                ? Long.MAX_VALUE
                : received.content().readableBytes();
    }

    /** What goes wrong is the exchange's exception. */
    boolean process(Exchange exchange, AsyncCallback callback, long bytes, Runnable work) {
        if (bytes <= SMALL) {
            run(exchange, work);
            callback.done(true);
            return true;
        }
        Received received = Received.of(exchange);
        large.execute(() -> {
            run(exchange, work);
            received.client.eventLoop().execute(() -> callback.done(false));
        });
        return false;
    }

    private static void run(Exchange exchange, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            exchange.setException(e);
        }
    }
}
