package org.metricgateway.http;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.Probe;

/** The probes of one backend: one after another, never two at once. They live on one event loop. */
final class Probes {

    /** Those of many backends that are due about together are sent in one turn, as each turn costs more than a probe does. */
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(16);

    private final Backend backend;
    private final ProbeClient client;
    private final EventLoop loop;
    private final ProbeConnection connection = new ProbeConnection(this::connectionLost);
    private Future<?> next;
    private boolean running;
    private boolean ended;
    private long begunAt;

    Probes(Backend backend, ProbeClient client) {
        this.backend = backend;
        this.client = client;
        this.loop = client.loop();
    }

    void begin() {
        run(this::probe);
    }

    void end() {
        run(() -> {
            ended = true;
            if (!running) {
                schedule();
            }
        });
    }

    /** Something has happened: the next one may be due earlier, or later. */
    void reconsider() {
        run(() -> {
            if (!running) {
                schedule();
            }
        });
    }

    private void run(Runnable work) {
        try {
            loop.execute(work);
        } catch (RejectedExecutionException e) {
            // The gateway stops. Whoever brought the news has other things to do.
        }
    }

    private void probe() {
        next = null;
        running = true;
        begunAt = System.nanoTime();
        client.send(new Probe(backend), connection, () -> {
            running = false;
            schedule();
        });
    }

    /** What its backend is up to is worth a look at once. */
    private void connectionLost() {
        if (!running && !ended && !loop.isShuttingDown()) {
            cancel();
            probe();
        }
    }

    private void schedule() {
        cancel();
        if (ended) {
            connection.close();
        } else if (!loop.isShuttingDown()) {
            long dueAt = begunAt + backend.probeInterval().toNanos();
            dueAt += STEP - Math.floorMod(dueAt, STEP);
            next = loop.schedule(this::probe, Math.max(0, dueAt - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }

    private void cancel() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }
}
