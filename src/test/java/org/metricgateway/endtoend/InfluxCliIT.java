package org.metricgateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Command;
import org.metricgateway.support.InfluxServer;

/** The {@code influx} command-line client sees one database. */
@ExtendWith(SharedInfluxClusters.class)
final class InfluxCliIT {

    @TempDir
    Path dir;

    private final InfluxClusters clusters;

    InfluxCliIT(InfluxClusters clusters) {
        this.clusters = clusters;
    }

    @Test
    void importsAndAsks() throws Exception {
        Path file = dir.resolve("points.txt");
        Files.writeString(file, """
                # DDL
                CREATE DATABASE cli
                # DML
                # CONTEXT-DATABASE: cli
                cpu,host=a value=1 1600000000
                mem,host=a value=2 1600000000
                disk,host=b value=3 1600000001
                """);
        assertThat(influx("-import", "-path=" + file, "-precision=s")).contains("Failed 0 inserts");
        for (InfluxServer owner : clusters.owners()) {
            assertThat(owner.query("SHOW MEASUREMENTS ON cli").text())
                    .containsOnlyOnce("[[\"")
                    .doesNotContain("],[");
        }
        assertThat(influx("-database", "cli", "-execute", "SHOW MEASUREMENTS")).contains("cpu\ndisk\nmem\n");
        assertThat(influx("-database", "cli", "-execute", "SELECT value FROM disk; SELECT value FROM cpu"))
                .containsSubsequence("name: disk", "1600000001000000000 3", "name: cpu", "1600000000000000000 1");
        assertThat(influx("-execute", "DROP DATABASE cli; SHOW DATABASES")).doesNotContain("cli");
    }

    @Test
    void isToldTheVersion() throws Exception {
        assertThat(influx("-execute", "SELEKT")).contains("error parsing query: found SELEKT");
        assertThat(clusters.ask("GET", "/ping", "").actual().header("X-Influxdb-Version"))
                .isPresent();
    }

    private String influx(String... arguments) throws IOException, InterruptedException {
        URI gateway = URI.create(clusters.gateway().url());
        List<String> command = new ArrayList<>(List.of(
                Command.ofSystem("influx", "influxdb-client"),
                "-host",
                gateway.getHost(),
                "-port",
                Integer.toString(gateway.getPort())));
        command.addAll(List.of(arguments));
        Path output = dir.resolve("output.txt");
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        return Files.readString(output);
    }
}
