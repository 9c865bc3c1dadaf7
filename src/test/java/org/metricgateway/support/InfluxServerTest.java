package org.metricgateway.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfluxServerTest {

    private static final String POINT = "cpu,host=a value=25 1000\n";
    private static final String ALL = "SELECT value FROM cpu";
    private static final String VALUES = "\"values\":[[1000,25]]";

    @TempDir
    Path dir;

    @Test
    void answersWhatWasWrittenAndKeepsItOverAStopAndAKill() {
        try (InfluxServer server = InfluxServer.start(dir)) {
            assertThat(server.write(POINT).status()).isEqualTo(204);
            assertThat(server.query(ALL).text()).contains(VALUES);
            server.stop();
            assertThat(Http.answers(server.url() + "/ping", 204)).isFalse();
            server.restart();
            server.kill();
            assertThat(Http.answers(server.url() + "/ping", 204)).isFalse();
            server.restart();
            assertThat(server.query(ALL).text()).contains(VALUES);
            assertThat(server.accessLog())
                    .filteredOn(line -> line.contains("POST /write"))
                    .hasSize(1);
        }
    }

    @Test
    void hangsWhilePaused() {
        try (InfluxServer server = InfluxServer.start(dir)) {
            server.pause();
            assertThat(Http.answers(server.url() + "/ping", 204)).isFalse();
            server.resume();
            assertThat(Http.answers(server.url() + "/ping", 204)).isTrue();
        }
    }

    @Test
    void severalShareAPort() {
        List<InfluxServer> servers = InfluxServer.startAll(List.of(dir.resolve("a"), dir.resolve("b")));
        try (InfluxServer first = servers.get(0);
                InfluxServer second = servers.get(1)) {
            assertThat(first.name()).isEqualTo("127.0.0.2:" + second.port());
            first.write(POINT);
            assertThat(first.query(ALL).text()).contains(VALUES);
            assertThat(second.query(ALL).text()).doesNotContain("series");
        }
    }

    @Test
    void demandsCredentials() {
        try (InfluxServer server = InfluxServer.start(dir, new InfluxLogin("root", "secret"))) {
            assertThat(server.write(POINT).status()).isEqualTo(204);
            assertThat(server.query(ALL).text()).contains(VALUES);
            assertThat(Http.get(server.url() + "/query?q=SHOW+DATABASES").status())
                    .isEqualTo(401);
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.9"))) {
            assertThatThrownBy(
                            () -> InfluxServer.startAt("127.0.0.9", other.getLocalPort(), dir, new InfluxLogin("", "")))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("port " + other.getLocalPort());
        }
    }

    @Test
    void showsTheEndOfTheLogOfAServerThatDoesNotStart() {
        assertThatThrownBy(() -> InfluxServer.start(dir, "max-body-size = \"much\""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("max-body-size");
    }

    @Test
    void saysWhatInstallsIt() {
        assertThatThrownBy(() -> Command.ofSystem("no-influxd", "influxdb"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("apt-get install influxdb");
    }
}
