package org.metricgateway.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.InfluxServer;
import org.metricgateway.support.Load;
import org.metricgateway.support.Message;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Turn;

/** One group of real InfluxDBs that hold the same old points, and a gateway in front of them. */
record Replicas(GatewayProcess gateway, List<InfluxServer> servers) implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private static final String OLD_POINTS = "old value=1 1000\nold value=2.5 2000\n";
    private static final String QUERY = "/query?db=" + InfluxServer.DATABASE + "&epoch=ns";
    private static final String OLD = "q=SELECT+*+FROM+old";
    private static final String TWICE = OLD + "%3BSELECT+value+FROM+old";

    /** Short enough for a test; what they mean is the same. */
    private static final String CONFIGURATION = """
            gateway.group.tsdb.dialect = influxdb
            gateway.group.tsdb.writes = one
            gateway.group.tsdb.urls = %s
            gateway.group.tsdb.health.interval = 500ms
            gateway.group.tsdb.health.timeout = 400ms
            """;

    static Replicas start(Path dir, int count) {
        List<Path> dirs = IntStream.range(0, count)
                .mapToObj(i -> dir.resolve("influx-" + i))
                .toList();
        List<InfluxServer> servers = InfluxServer.startAll(dirs);
        servers.forEach(server -> server.write(OLD_POINTS));
        String urls = servers.stream().map(InfluxServer::url).collect(Collectors.joining(", "));
        return new Replicas(
                GatewayProcess.start(dir.resolve("gateway"), CONFIGURATION.formatted(urls), GatewayProcess.PARANOID),
                servers);
    }

    /** Reads of the old points in several ways, and as many of these writes, in turn. */
    Load load(Turn writes) {
        Turn get = read(Message.get(QUERY + "&" + OLD));
        Turn post = read(Message.post(QUERY, OLD, "Content-Type: application/x-www-form-urlencoded"));
        Turn chunked = read(Message.get(QUERY + "&chunked=true&" + TWICE));
        Turn statements = read(Message.get(QUERY + "&" + TWICE));
        return Load.start(gateway.url(), CONNECTIONS, get, writes, post, writes, chunked, writes, statements, writes);
    }

    /** Its answer is always what one of them answers now. */
    private Turn read(String request) {
        try (RawClient client = RawClient.connect(servers.get(0).url())) {
            Answer answer = client.send(request).answer();
            assertThat(answer.text()).contains("[2000,2.5]");
            return Turn.same(request, 200, answer.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the gateway asks each of them. */
    void awaitAllUp() {
        await("all backends up").atMost(Duration.ofSeconds(20)).until(() -> up() == servers.size());
    }

    private long up() {
        return Http.get(gateway.adminUrl() + "/metrics")
                .text()
                .lines()
                .filter(line -> line.matches("gateway_backend_up\\{.*} 1(\\.0)?"))
                .count();
    }

    /** Every acknowledged point is at one of them at least. */
    void assertKept(Points points) {
        assertThat(points.acknowledged()).isNotEmpty();
        assertThat(Stored.points(servers, points.measurement())).containsAll(points.acknowledged());
    }

    /** Every acknowledged line is there exactly once over all of them, and none is there twice. */
    void assertOnce(Lines lines) {
        Map<Long, Integer> copies = Stored.copies(servers, lines.measurement());
        assertThat(copies.values()).containsOnly(1);
        assertThat(lines.acknowledged()).isNotEmpty();
        assertThat(copies.keySet()).containsAll(lines.acknowledged());
    }

    @Override
    public void close() {
        try (gateway) {
            gateway.assertNoLeak();
        } finally {
            servers.forEach(InfluxServer::close);
        }
    }
}
