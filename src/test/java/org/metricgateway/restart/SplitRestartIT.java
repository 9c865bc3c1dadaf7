package org.metricgateway.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.InfluxServer;
import org.metricgateway.support.Load;
import org.metricgateway.support.Message;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Turn;

/** Two groups of two real InfluxDBs each, of which one after the other restarts, under requests that concern both. */
class SplitRestartIT {

    private static final String QUERY =
            "/query?db=" + InfluxServer.DATABASE + "&epoch=ns&q=SELECT+*+FROM+cpu_old%3BSELECT+*+FROM+mem_old";
    private static final String OLD_POINTS = "cpu_old value=1 1000\nmem_old value=2 2000\n";

    @TempDir
    Path dir;

    private List<InfluxServer> servers;
    private GatewayProcess gateway;

    @BeforeEach
    void start() {
        servers = InfluxServer.startAll(
                Stream.of("a", "b", "c", "d").map(dir::resolve).toList());
        servers.forEach(server -> server.write(OLD_POINTS));
        gateway = GatewayProcess.start(
                dir.resolve("gateway"),
                group("cpu", servers.subList(0, 2)) + group("mem", servers.subList(2, 4)),
                GatewayProcess.PARANOID);
    }

    private static String group(String name, List<InfluxServer> replicas) {
        return """
                gateway.group.{g}.dialect = influxdb
                gateway.group.{g}.writes = one
                gateway.group.{g}.urls = %s, %s
                gateway.group.{g}.health.interval = 500ms
                gateway.rule.%d = ^{g} -> {g}
                """.replace("{g}", name)
                .formatted(replicas.get(0).url(), replicas.get(1).url(), name.equals("cpu") ? 1 : 2);
    }

    @AfterEach
    void stop() {
        try (GatewayProcess ending = gateway) {
            ending.assertNoLeak();
        } finally {
            servers.forEach(InfluxServer::close);
        }
    }

    @Test
    void nothingFailsAndNothingIsLost() throws IOException {
        BothGroups writes = new BothGroups();
        try (Load load = Load.start(gateway.url(), 16, reads(), writes)) {
            for (InfluxServer server : servers) {
                load.awaitAnswers(100);
                server.stop();
                load.awaitAnswers(100);
                server.restart();
            }
            servers.get(0).kill();
            servers.get(3).kill();
            load.awaitAnswers(200);
            load.stop();
            assertThat(load.faults()).isEmpty();
        }
        servers.get(0).restart();
        servers.get(3).restart();
        assertThat(writes.acknowledged).isNotEmpty();
        assertThat(Stored.points(servers.subList(0, 2), "cpu_new")).containsAll(writes.acknowledged);
        assertThat(Stored.points(servers.subList(2, 4), "mem_new")).containsAll(writes.acknowledged);
    }

    /** Each server was given both old points, so that one alone answers as the gateway should. */
    private Turn reads() throws IOException {
        try (RawClient client = RawClient.connect(servers.get(0).url())) {
            Answer answer = client.send(Message.get(QUERY)).answer();
            assertThat(answer.text()).contains("[1000,1]", "[2000,2]");
            return Turn.same(Message.get(QUERY), 200, answer.text());
        }
    }

    /** Writes of one point for each group. */
    private static final class BothGroups implements Turn {

        private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();

        @Override
        public String request(int number) {
            String lines = "cpu_new value=1 {t}\nmem_new value=2 {t}".replace("{t}", "" + number);
            return Message.post("/write?db=" + InfluxServer.DATABASE, lines);
        }

        @Override
        public Optional<String> fault(int number, Answer answer) {
            if (answer.status() != 204) {
                return Optional.of(answer.toString());
            }
            acknowledged.add((long) number);
            return Optional.empty();
        }
    }
}
