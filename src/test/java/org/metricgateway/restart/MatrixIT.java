package org.metricgateway.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Load;
import org.metricgateway.support.Turn;

/** Every way to balance, with few and many backends, of which some are away for good or now and then. */
class MatrixIT {

    private static final List<String> POLICIES =
            List.of("round-robin", "least-connections", "weighted", "random", "first-available");
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int MOST_FLAPS = 60;
    private static final int ROUNDS = 10;

    @TempDir
    Path dir;

    private final List<Stage> stages = Stage.all();

    @AfterEach
    void stop() {
        stages.forEach(Stage::close);
    }

    @Test
    void noRequestHangsNorSucceedsWithWrongData() {
        List<Combination> combinations = combinations();
        stages.stream().filter(stage -> !stage.flapping()).forEach(Stage::leave);
        long begin = System.nanoTime();
        try (GatewayProcess gateway = GatewayProcess.start(dir, properties(combinations));
                Load load = Load.start(gateway.url(), 64, combinations.toArray(Turn[]::new))) {
            for (int i = 0; i < MOST_FLAPS && load.right() < ROUNDS * combinations.size(); i++) {
                flap();
            }
            load.stop();
            assertThat(load.faults()).isEmpty();
            assertThat(load.longest()).isLessThan(DEADLINE.plusSeconds(1));
            assertThat(load.right()).isGreaterThan(ROUNDS * combinations.size());
        }
        long seconds = (System.nanoTime() - begin) / 1_000_000_000 + 1;
        assertThat(combinations).allSatisfy(combination -> assertThat(combination.sentTooMuch(seconds))
                .as(combination.toString())
                .isNotPositive());
    }

    private List<Combination> combinations() {
        List<Combination> combinations = new ArrayList<>();
        for (String policy : POLICIES) {
            stages.forEach(stage -> combinations.add(new Combination(combinations.size() + 1, policy, stage)));
        }
        return combinations;
    }

    private static String properties(List<Combination> combinations) {
        String ready = combinations.stream()
                .filter(combination -> combination.stage().canAlwaysAnswer())
                .map(Combination::group)
                .collect(Collectors.joining(", "));
        return combinations.stream().map(Combination::properties).collect(Collectors.joining())
                + "gateway.ready.groups = " + ready;
    }

    private void flap() {
        List<Stage> flapping = stages.stream().filter(Stage::flapping).toList();
        flapping.forEach(Stage::leave);
        await().pollDelay(Duration.ofMillis(250)).until(() -> true);
        flapping.forEach(Stage::comeBack);
        await().pollDelay(Duration.ofMillis(250)).until(() -> true);
    }
}
