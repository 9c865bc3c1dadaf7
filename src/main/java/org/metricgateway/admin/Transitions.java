package org.metricgateway.admin;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.Closeable;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.metricgateway.backend.Backend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs each backend's breaker when it opens and closes, and remembers since when it is as it is. It looks for itself: a breaker that
 * has listeners makes an event of every request.
 */
final class Transitions implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Transitions.class);
    private static final long LOOK_MILLIS = 50;

    private final Map<Backend, Seen> seen = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "breakers");
        thread.setDaemon(true);
        return thread;
    });

    Transitions() {
        looking.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void guarded(Backend backend, CircuitBreaker breaker) {
        seen.put(backend, new Seen(breaker, breaker.getState(), Instant.now()));
    }

    void left(Backend backend) {
        seen.remove(backend);
    }

    private void look() {
        seen.replaceAll((backend, before) -> {
            CircuitBreaker.State now = before.breaker().getState();
            if (now == before.state()) {
                return before;
            }
            log(backend, before.breaker(), now);
            return new Seen(before.breaker(), now, Instant.now());
        });
    }

    private static void log(Backend backend, CircuitBreaker breaker, CircuitBreaker.State state) {
        String group = backend.group().name();
        switch (state) {
            case OPEN, FORCED_OPEN ->
                LOG.warn(
                        "group {}: the breaker of {} is open, it is not asked: {}% of its last calls failed, {}% were slow",
                        group,
                        backend.name(),
                        Math.round(breaker.getMetrics().getFailureRate()),
                        Math.round(breaker.getMetrics().getSlowCallRate()));
            case HALF_OPEN ->
                LOG.info("group {}: the breaker of {} is half open, a few requests try it", group, backend.name());
            default -> LOG.info("group {}: the breaker of {} is closed", group, backend.name());
        }
    }

    /** Since when its breaker is in its state. */
    Instant since(Backend backend) {
        Seen last = seen.get(backend);
        return last == null ? Instant.EPOCH : last.since();
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }

    private record Seen(CircuitBreaker breaker, CircuitBreaker.State state, Instant since) {}
}
