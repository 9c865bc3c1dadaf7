package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.Command;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.ScriptedBackend;

/** A name that nobody tells the address of any more: the JVM asks a pipe that nobody writes to. */
class SlowNamesIT {

    @TempDir
    static Path dir;

    @Test
    void areGivenUpInTimeAndDisturbNobody() throws IOException {
        Path hosts = dir.resolve("hosts");
        Files.writeString(hosts, "127.0.0.1 localhost slow.test\n");
        try (ScriptedBackend cpu = ScriptedBackend.start();
                ScriptedBackend mem = ScriptedBackend.start()) {
            String properties = Rig.properties(
                    cpu,
                    mem,
                    "gateway.group.mem.urls = http://slow.test:" + mem.port(),
                    "gateway.group.mem.health.interval = 1h",
                    "gateway.group.mem.timeout.connect = 500ms");
            try (GatewayProcess gateway = GatewayProcess.start(
                    dir.resolve("gateway"), properties, "-Djdk.net.hosts.file=" + hosts, "-Dsun.net.inetaddr.ttl=0")) {
                // Only now, when a probe has passed.
                Files.delete(hosts);
                Command.run("mkfifo", hosts.toString());
                assertSlowAndQuick(gateway.url());
            }
        }
    }

    private static void assertSlowAndQuick(String url) throws IOException {
        try (RawClient slow = RawClient.connect(url);
                RawClient quick = RawClient.connect(url)) {
            long start = System.nanoTime();
            slow.send(Rig.post(Rig.QUERY, Rig.MEM_QUERY));
            assertThat(quick.send(Rig.query()).answer().status()).isEqualTo(200);
            Answer answer = slow.answer();
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.text()).startsWith("{\"errors\":[\"group mem: ");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(400), Duration.ofSeconds(5));
        }
    }
}
