package org.metricgateway.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.InfluxServer;
import org.metricgateway.support.Load;

/** The only InfluxDB of a group goes and comes: requests wait for it. */
class SingleReplicaIT {

    @TempDir
    Path dir;

    @Test
    void requestsAreHeldWhileItIsAway() {
        try (Replicas replicas = Replicas.start(dir, 1)) {
            InfluxServer server = replicas.servers().get(0);
            Points points = new Points("single");
            try (Load load = replicas.load(points)) {
                load.awaitAnswers(200);
                server.kill();
                server.restart();
                load.awaitAnswers(200);
                server.stop();
                server.restart();
                load.awaitAnswers(200);
                load.stop();
                assertThat(load.faults()).isEmpty();
            }
            replicas.assertKept(points);
        }
    }
}
