package org.metricgateway;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ShutdownStrategy;
import org.metricgateway.backend.ContextLifecycle;
import org.metricgateway.config.Settings;
import org.metricgateway.http.Edge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops serving before Camel does, whoever stops Camel: not ready at once, then no new connections, then what is in flight is
 * finished. Camel itself would refuse requests as soon as it stops.
 */
public final class Draining extends ContextLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);
    /** A client that has asked nothing for so long learns from the closed connection, and not from an answer. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Duration delay;
    private final Duration grace;
    private final Edge edge;
    private long timeout;
    private boolean serving;

    public Draining(Settings settings, Edge edge) {
        this.delay = settings.shutdownDelay();
        this.grace = settings.shutdownGrace();
        this.edge = edge;
    }

    /** Whoever stops Camel waits for it only as long as its shutdown may take: that has to be long enough for this. */
    @Override
    public void onContextStarted(CamelContext started) {
        ShutdownStrategy shutdown = started.getShutdownStrategy();
        timeout = shutdown.getTimeout();
        Duration needed = delay.plus(grace).plus(QUIET);
        shutdown.setTimeout(Math.max(timeout, shutdown.getTimeUnit().convert(needed)));
        serving = true;
    }

    @Override
    public void onContextStopping(CamelContext stopping) {
        if (serving) {
            serving = false;
            try {
                drain();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                edge.close();
                stopping.getShutdownStrategy().setTimeout(timeout);
            }
        }
    }

    private void drain() throws InterruptedException {
        edge.stop();
        LOG.info("stopping: not ready from now on, takes connections for {} ms more", delay.toMillis());
        // The thread that stops Camel has nothing else to do, and no event loop waits for it.
        Thread.sleep(delay.toMillis());
        edge.unbind();
        LOG.info("stopping: takes no connections any more; {} requests are in flight", inFlight());
        awaitQuiet();
        if (inFlight() > 0) {
            LOG.warn("stopping: cuts {} requests off, which gateway.shutdown.grace was too short for", inFlight());
        }
    }

    private void awaitQuiet() throws InterruptedException {
        long begin = System.nanoTime();
        long asked = begin;
        long now = begin;
        while (!edge.clients().isEmpty() && now - asked < QUIET.toNanos() && now - begin < grace.toNanos()) {
            Thread.sleep(LOOK.toMillis());
            now = System.nanoTime();
            asked = inFlight() > 0 ? now : asked;
        }
    }

    private long inFlight() {
        return edge.requests().used();
    }
}
