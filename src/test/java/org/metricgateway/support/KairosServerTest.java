package org.metricgateway.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KairosServerTest {

    private static final String POINT =
            "[{\"name\":\"cpu.load\",\"timestamp\":1000,\"value\":25,\"tags\":{\"host\":\"a\"}}]";

    @TempDir
    Path dir;

    @Test
    void answersWhatWasWrittenAndKeepsItOverARestart() {
        try (KairosServer server = KairosServer.start(dir)) {
            assertThat(Http.post(server.url() + "/api/v1/datapoints", POINT).status())
                    .isEqualTo(204);
            server.stop();
            assertThat(Http.answers(server.url() + "/api/v1/version", 200)).isFalse();
            server.restart();
            assertThat(Http.get(server.url() + "/api/v1/version").text()).contains("KairosDB 1.3.0-1");
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, Ports.LOOPBACK)) {
            assertThatThrownBy(() -> KairosServer.startAt(other.getLocalPort(), dir))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("port " + other.getLocalPort());
        }
    }

    @Test
    void saysSoWhenThePortIsTakenMeanwhile() throws Exception {
        try (KairosServer server = KairosServer.start(dir)) {
            server.stop();
            try (ServerSocket other = new ServerSocket(server.port(), 1, Ports.LOOPBACK)) {
                assertThatThrownBy(server::restart)
                        .isInstanceOf(PortTaken.class)
                        .hasMessageContaining("port " + other.getLocalPort());
            }
        }
    }

    @Test
    void showsTheEndOfTheLogOfAServerThatDoesNotStart() {
        assertThatThrownBy(() -> KairosServer.start(dir, "kairosdb.service.datastore=org.nosuch.Module"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Datastore is not explicitly bound");
    }
}
