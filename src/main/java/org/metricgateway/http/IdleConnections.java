package org.metricgateway.http;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The connections to one backend that wait for their next request, apart for each event loop; the last used is the first taken. */
final class IdleConnections {

    /** Less than the 30 s after which Jetty, within KairosDB, closes them. */
    static final Duration KEPT = Duration.ofSeconds(20);

    /** Each changed on its loop only. No thread locals: Netty never uses the place of one again, and backends come and go. */
    private final Map<EventLoop, Deque<RelayHandler>> byLoop = new ConcurrentHashMap<>();

    private volatile boolean closed;

    /** Null if there is none. To be called on this loop. */
    RelayHandler take(EventLoop loop) {
        Deque<RelayHandler> idle = byLoop.get(loop);
        RelayHandler next = idle == null ? null : idle.pollFirst();
        while (next != null && !next.isOpen()) {
            next = idle.pollFirst();
        }
        return next;
    }

    /** To be called on this loop. */
    void give(RelayHandler connection, EventLoop loop) {
        if (closed) {
            connection.timedOut();
        } else {
            byLoop.computeIfAbsent(loop, any -> new ArrayDeque<>()).addFirst(connection);
        }
    }

    /** To be called on this loop. */
    void remove(RelayHandler connection, EventLoop loop) {
        Deque<RelayHandler> idle = byLoop.get(loop);
        if (idle != null) {
            idle.removeFirstOccurrence(connection);
        }
    }

    void open() {
        closed = false;
    }

    /** Ends all that wait, and each that would. */
    void close() {
        closed = true;
        byLoop.forEach((loop, idle) -> {
            // A loop that ends closes its connections by itself.
            if (!loop.isShuttingDown()) {
                loop.execute(() -> end(idle));
            }
        });
    }

    private static void end(Deque<RelayHandler> idle) {
        for (RelayHandler next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            next.timedOut();
        }
    }
}
