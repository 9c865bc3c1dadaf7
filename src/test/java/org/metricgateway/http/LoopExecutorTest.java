package org.metricgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.camel.impl.engine.DefaultReactiveExecutor;
import org.apache.camel.spi.ReactiveExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoopExecutorTest {

    private static final int DEPTH = 6;

    /** Steps that schedule other steps, in every way that there is. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void keepsCamelsOrder(long seed) {
        List<String> order = order(new LoopExecutor(), seed);
        assertThat(order).hasSizeGreaterThan(3).isEqualTo(order(new DefaultReactiveExecutor(), seed));
    }

    private static List<String> order(ReactiveExecutor executor, long seed) {
        List<String> order = new ArrayList<>();
        executor.schedule(() -> step(executor, seed, "", order));
        while (executor.executeFromQueue()) {
            order.add("left over");
        }
        return order;
    }

    private static void step(ReactiveExecutor executor, long seed, String name, List<String> order) {
        order.add(name);
        // What a step does depends on its name alone, not on when it comes.
        Random random = new Random(seed * 31 + name.hashCode());
        int more = name.isEmpty() ? 4 : name.length() == DEPTH ? 0 : random.nextInt(4);
        for (int i = 0; i < more; i++) {
            String next = name + i;
            Runnable step = () -> step(executor, seed, next, order);
            switch (random.nextInt(5)) {
                case 0 -> executor.scheduleMain(step);
                case 1 -> executor.scheduleSync(step);
                case 2 -> executor.scheduleQueue(step);
                default -> executor.schedule(step);
            }
        }
        order.add(name + " returns");
    }

    @Test
    void goesOnAfterAStepThatFails() {
        LoopExecutor executor = new LoopExecutor();
        List<String> done = new ArrayList<>();
        executor.schedule(() -> {
            executor.schedule(() -> {
                throw new IllegalStateException("as it should");
            });
            executor.schedule(() -> done.add("next"));
        });
        assertThat(done).containsExactly("next");
    }
}
