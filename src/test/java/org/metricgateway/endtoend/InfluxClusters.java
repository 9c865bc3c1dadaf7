package org.metricgateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.InfluxServer;

/**
 * The same points twice: all of them in one InfluxDB, and divided among three others behind the gateway.
 *
 * @param all what the gateway pretends to be
 * @param cpu owns {@code cpu*}
 * @param mem owns {@code mem*}
 * @param rest owns everything else
 */
record InfluxClusters(InfluxServer all, InfluxServer cpu, InfluxServer mem, InfluxServer rest, GatewayProcess gateway)
        implements AutoCloseable {

    static final String DATABASE = InfluxServer.DATABASE;

    private static final String CONFIGURATION = """
            gateway.group.cpu.dialect = influxdb
            gateway.group.cpu.urls = %s
            gateway.group.mem.dialect = influxdb
            gateway.group.mem.urls = %s
            gateway.group.rest.dialect = influxdb
            gateway.group.rest.urls = %s
            gateway.rule.1 = ^cpu -> cpu
            gateway.rule.2 = ^mem -> mem
            gateway.default-group = rest
            """;

    static InfluxClusters start(Path dir) {
        InfluxServer all = InfluxServer.start(dir.resolve("all"));
        InfluxServer cpu = InfluxServer.start(dir.resolve("cpu"));
        InfluxServer mem = InfluxServer.start(dir.resolve("mem"));
        InfluxServer rest = InfluxServer.start(dir.resolve("rest"));
        String configuration = CONFIGURATION.formatted(cpu.url(), mem.url(), rest.url());
        GatewayProcess gateway =
                GatewayProcess.startUnready(dir.resolve("gateway"), configuration, GatewayProcess.PARANOID);
        return new InfluxClusters(all, cpu, mem, rest, gateway);
    }

    /** Writes lines to the one that has everything, and to their owners. */
    void fill(String lines) {
        assertThat(all.write(lines).status()).isEqualTo(204);
        for (String line : lines.split("\n")) {
            InfluxServer owner = line.startsWith("cpu") ? cpu : line.startsWith("mem") ? mem : rest;
            assertThat(owner.write(line).status()).isEqualTo(204);
        }
    }

    List<InfluxServer> owners() {
        return List.of(cpu, mem, rest);
    }

    /** The same request to both. */
    Pair ask(String method, String path, String body, String... headers) {
        Answer expected = Http.send(method, all.url() + path, body, headers);
        return new Pair(expected, Http.send(method, gateway.url() + path, body, headers));
    }

    /** @param parameters such as {@code &chunked=true} */
    Pair query(String method, String statements, String parameters) {
        return ask(method, path(statements, parameters), "");
    }

    static String path(String statements, String parameters) {
        return "/query?db=" + DATABASE + "&q=" + URLEncoder.encode(statements, StandardCharsets.UTF_8) + parameters;
    }

    @Override
    public void close() {
        gateway.close();
        List.of(all, cpu, mem, rest).forEach(InfluxServer::close);
    }
}
