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
import org.metricgateway.backend.HealthObserver;
import org.metricgateway.backend.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs how backends turn, and each one's breaker when it opens and closes, and remembers since when that is as it is. It looks at
 * breakers for itself: one that has listeners makes an event of every request.
 */
final class Transitions implements HealthObserver, Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Transitions.class);
    private static final long LOOK_MILLIS = 50;

    private static final int LINES = 20;

    /** For backends that turn all the time. */
    private final LineBudget budget = new LineBudget(LINES, System::nanoTime);

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

    @Override
    public void turned(Backend backend, Standing before, Standing after) {
        // What an operator did is told in any case.
        if (before != Standing.EXCLUDED && after != Standing.EXCLUDED && !budget.take()) {
            return;
        }
        long left = budget.left();
        if (left > 0) {
            LOG.warn("backends turned {} more times than there are lines for", left);
        }
        String group = backend.group().name();
        switch (after) {
            case ACTIVE -> LOG.info("group {}: {} is active, it was {}", group, backend.name(), before.word());
            case UNKNOWN -> LOG.info("group {}: {} is to be probed", group, backend.name());
            default -> LOG.warn("group {}: {} is {}: {}", group, backend.name(), after.word(), backend.reason());
        }
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
