package org.metricgateway.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.KairosServer;
import org.metricgateway.support.Load;
import org.metricgateway.support.Message;
import org.metricgateway.support.Turn;

/** Two real KairosDBs go and come, and once both are away, under steady reads of older points and steady writes. */
class KairosRestartIT {

    private static final String POINTS = "/api/v1/datapoints";
    private static final String QUERY = POINTS + "/query";
    private static final String OLD_POINTS = "[{\"name\":\"cpu.old\",\"tags\":{\"host\":\"a\"},"
            + "\"datapoints\":[[1000,25],[2000,2.5],[3000,9007199254740993]]}]";
    private static final String OLD_QUERY = "{\"start_absolute\":1,\"metrics\":[{\"name\":\"cpu.old\"}]}";
    private static final String NEW_POINT =
            "[{\"name\":\"cpu.new\",\"timestamp\":5000,\"value\":1,\"tags\":{\"host\":\"a\"}}]";

    @TempDir
    Path dir;

    @Test
    void nobodyNotices() {
        List<KairosServer> servers = KairosServer.startAll(List.of(dir.resolve("a"), dir.resolve("b")));
        try (KairosServer first = servers.get(0);
                KairosServer second = servers.get(1);
                GatewayProcess gateway = GatewayProcess.start(dir.resolve("gateway"), properties(first, second))) {
            servers.forEach(KairosRestartIT::writeOldPoints);
            String expected = Http.post(first.url() + QUERY, OLD_QUERY).text();
            assertThat(expected).contains("9007199254740993");
            Turn reads = Turn.same(Message.post(QUERY, OLD_QUERY), 200, expected);
            Turn writes = Turn.same(Message.post(POINTS, NEW_POINT), 204, "");
            try (Load load = Load.start(gateway.url(), 8, reads, writes)) {
                load.awaitAnswers(200);
                first.stop();
                load.awaitAnswers(200);
                first.restart();
                second.kill();
                load.awaitAnswers(200);
                first.stop();
                first.restart();
                load.awaitAnswers(200);
                load.stop();
                assertThat(load.faults()).isEmpty();
            }
        }
    }

    /** Its store loses what was written last when it stops, so something is written after them. */
    private static void writeOldPoints(KairosServer server) {
        Http.post(server.url() + POINTS, OLD_POINTS);
        for (int i = 0; i < 100; i++) {
            Http.post(server.url() + POINTS, NEW_POINT);
        }
    }

    private static String properties(KairosServer first, KairosServer second) {
        return """
                gateway.group.cpu.urls = %s, %s
                gateway.group.cpu.health.interval = 500ms
                gateway.group.cpu.hold.time = 30s
                gateway.rule.1 = ^cpu[.] -> cpu
                """.formatted(first.url(), second.url());
    }
}
