package org.metricgateway.http;

import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.camel.spi.ReactiveExecutor;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is next in a route, thread by thread, in the order in which Camel's own executor has it. That one asks three times for each
 * step whether to log it, and keeps its queues for other threads to see: with some twenty steps a request, a fortieth of its cost.
 */
public final class LoopExecutor extends ServiceSupport implements ReactiveExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(LoopExecutor.class);

    private static final FastThreadLocal<Steps> STEPS = new FastThreadLocal<>() {
        @Override
        protected Steps initialValue() {
            return new Steps();
        }
    };

    @Override
    public void schedule(Runnable step) {
        Steps steps = STEPS.get();
        steps.queue.addLast(step);
        steps.runUnlessRunning();
    }

    @Override
    public void scheduleMain(Runnable step) {
        Steps steps = STEPS.get();
        steps.begin();
        steps.queue.addFirst(step);
        steps.runUnlessRunning();
    }

    @Override
    public void scheduleSync(Runnable step) {
        Steps steps = STEPS.get();
        steps.begin();
        steps.queue.addLast(step);
        steps.run();
    }

    @Override
    public void scheduleQueue(Runnable step) {
        STEPS.get().queue.addLast(step);
    }

    @Override
    public boolean executeFromQueue() {
        Runnable step = STEPS.get().queue.pollFirst();
        if (step != null) {
            Steps.run(step);
        }
        return step != null;
    }

    @Override
    public void setStatisticsEnabled(boolean enabled) {
        // It keeps none.
    }

    @Override
    public boolean isStatisticsEnabled() {
        return false;
    }

    /** Of one thread. */
    private static final class Steps {

        private final Deque<Deque<Runnable>> interrupted = new ArrayDeque<>();
        private Deque<Runnable> queue = new ArrayDeque<>();
        private boolean running;

        /** What has begun goes on after this. */
        void begin() {
            if (!queue.isEmpty()) {
                interrupted.push(queue);
                queue = new ArrayDeque<>();
            }
        }

        void runUnlessRunning() {
            if (!running) {
                run();
            }
        }

        void run() {
            running = true;
            try {
                for (Runnable step = next(); step != null; step = next()) {
                    run(step);
                }
            } finally {
                running = false;
            }
        }

        private static void run(Runnable step) {
            try {
                step.run();
            } catch (Exception e) {
                // Those behind it belong to others.
                LOG.warn("a step of a route failed: {}", e.getMessage(), e);
            }
        }

        private Runnable next() {
            Runnable step = queue.pollFirst();
            while (step == null && !interrupted.isEmpty()) {
                queue = interrupted.pop();
                step = queue.pollFirst();
            }
            return step;
        }
    }
}
