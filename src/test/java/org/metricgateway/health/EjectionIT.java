package org.metricgateway.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.ScriptedBackend;

/** What requests themselves show of a backend, though its probes are an hour apart. */
class EjectionIT {

    private static final ScriptedBackend FIRST = ScriptedBackend.start();
    private static final ScriptedBackend SECOND = ScriptedBackend.start();

    private static GatewayProcess gateway;

    @BeforeAll
    static void start(@TempDir Path dir) {
        gateway = GatewayProcess.start(dir, """
                gateway.group.cpu.urls = %s, %s
                gateway.group.cpu.health.interval = 1h
                gateway.group.cpu.slow-start = 0s
                gateway.rule.1 = ^cpu -> cpu
                """.formatted(FIRST.url(), SECOND.url()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        FIRST.close();
        SECOND.close();
    }

    private static void ask() {
        String query = "{\"start_absolute\":1,\"metrics\":[{\"name\":\"cpu\"}]}";
        assertThat(Http.post(gateway.url() + "/api/v1/datapoints/query", query).status())
                .isEqualTo(200);
    }

    private static long lines(String text) {
        String its = "127.0.0.1:" + FIRST.port() + text;
        return gateway.log().lines().filter(line -> line.contains(its)).count();
    }

    @Test
    void whoRefusesAConnectionIsNotAskedUntilAProbePasses() {
        FIRST.close();
        await("it is ejected").until(() -> {
            ask();
            return lines(" is ejected: ") == 1;
        });
        int probes = FIRST.probes().size();
        int requests = SECOND.requests().size();
        for (int i = 0; i < 10; i++) {
            ask();
        }
        assertThat(SECOND.requests()).hasSize(requests + 10);
        assertThat(lines(" is ejected: ")).isEqualTo(1);
        FIRST.accept();
        await("it is back").until(() -> lines(" is active, it was ") == 2);
        assertThat(FIRST.probes()).hasSizeGreaterThan(probes);
        int before = FIRST.requests().size();
        for (int i = 0; i < 4; i++) {
            ask();
        }
        assertThat(FIRST.requests()).hasSize(before + 2);
    }
}
