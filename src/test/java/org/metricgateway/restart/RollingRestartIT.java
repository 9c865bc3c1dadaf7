package org.metricgateway.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.InfluxServer;
import org.metricgateway.support.Load;

/** Three real InfluxDBs go and come under steady reads and timestamped writes; no client notices. */
class RollingRestartIT {

    @TempDir
    static Path dir;

    private static Replicas replicas;

    @BeforeAll
    static void start() {
        replicas = Replicas.start(dir, 3);
    }

    @AfterAll
    static void stop() {
        replicas.close();
    }

    @BeforeEach
    void allUp() {
        replicas.awaitAllUp();
    }

    @Test
    void eachIsStoppedAndStarted() {
        Points points = new Points("rolling");
        try (Load load = replicas.load(points)) {
            for (InfluxServer server : replicas.servers()) {
                load.awaitAnswers(200);
                server.stop();
                load.awaitAnswers(200);
                server.restart();
            }
            assertNothingFailed(load, points);
        }
    }

    @Test
    void oneIsKilled() {
        Points points = new Points("killed");
        try (Load load = replicas.load(points)) {
            load.awaitAnswers(200);
            replicas.servers().get(0).kill();
            load.awaitAnswers(500);
            replicas.servers().get(0).restart();
            assertNothingFailed(load, points);
        }
    }

    /** Its kernel still takes connections and requests, but nothing answers. */
    @Test
    void oneHangs() {
        Duration pause = Duration.ofSeconds(6);
        Points points = new Points("paused");
        try (Load load = replicas.load(points)) {
            load.awaitAnswers(200);
            replicas.servers().get(1).pause();
            await().pollDelay(pause).until(() -> true);
            replicas.servers().get(1).resume();
            assertNothingFailed(load, points);
            assertThat(load.longest()).isLessThan(pause.dividedBy(2));
        }
    }

    @Test
    void allAreDownForThreeSeconds() {
        Points points = new Points("down");
        try (Load load = replicas.load(points)) {
            for (InfluxServer server : replicas.servers()) {
                // A fifth of so many pays for the retries, whatever was spent before. A read that loses two backends in
                // a row is answered 502, as it may be what kills them: who has lost one is answered first.
                load.awaitAnswers(500);
                server.kill();
            }
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            replicas.servers().forEach(InfluxServer::restart);
            assertNothingFailed(load, points);
        }
    }

    /** Whoever has not been told whether its line was stored has been told that. */
    @Test
    void linesWithoutTimestampsAreNotWrittenTwice() {
        Lines lines = new Lines("once");
        try (Load load = replicas.load(lines)) {
            for (InfluxServer server : replicas.servers()) {
                load.awaitAnswers(200);
                server.stop();
                load.awaitAnswers(100);
                server.restart();
            }
            replicas.servers().get(2).kill();
            load.awaitAnswers(200);
            replicas.servers().get(2).restart();
            load.awaitAnswers(200);
            load.stop();
            assertThat(load.faults()).isEmpty();
        }
        replicas.assertOnce(lines);
    }

    private static void assertNothingFailed(Load load, Points points) {
        load.awaitAnswers(200);
        load.stop();
        assertThat(load.faults()).isEmpty();
        replicas.assertKept(points);
    }
}
