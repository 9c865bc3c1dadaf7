package org.metricgateway.http;

import io.netty.util.concurrent.FastThreadLocal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** The connections to one backend that wait for their next request, apart for each event loop; the last used is the first taken. */
final class IdleConnections {

    /** Less than the 30 s after which Jetty, within KairosDB, closes them. */
    static final Duration KEPT = Duration.ofSeconds(20);

    private final FastThreadLocal<Deque<RelayHandler>> mine = new FastThreadLocal<>() {
        @Override
        protected Deque<RelayHandler> initialValue() {
            return new ArrayDeque<>();
        }
    };

    /** Null if there is none. */
    RelayHandler take() {
        Deque<RelayHandler> idle = mine.get();
        RelayHandler next = idle.pollFirst();
        while (next != null && !next.isOpen()) {
            next = idle.pollFirst();
        }
        return next;
    }

    void give(RelayHandler connection) {
        mine.get().addFirst(connection);
    }

    void remove(RelayHandler connection) {
        mine.get().removeFirstOccurrence(connection);
    }
}
