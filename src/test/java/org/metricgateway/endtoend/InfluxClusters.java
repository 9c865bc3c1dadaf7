package org.metricgateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.InfluxServer;

/**
 * The same points twice: all of them in one InfluxDB, and divided among three others by the gateway.
 *
 * @param all what the gateway pretends to be
 * @param cpu owns {@code cpu*}
 * @param mem owns {@code mem*}
 * @param rest owns what is left
 */
record InfluxClusters(InfluxServer all, InfluxServer cpu, InfluxServer mem, InfluxServer rest, GatewayProcess gateway)
        implements AutoCloseable {

    private static final String CONFIGURATION = """
            gateway.group.cpu.urls = %s
            gateway.group.cpu.dialect = influxdb
            gateway.group.mem.urls = %s
            gateway.group.mem.dialect = influxdb
            gateway.group.rest.urls = %s
            gateway.group.rest.dialect = influxdb
            gateway.rule.1 = ^cpu -> cpu
            gateway.rule.2 = ^mem -> mem
            gateway.default-group = rest
            gateway.access-log = true
            """;

    static InfluxClusters start(Path dir) {
        List<InfluxServer> servers = InfluxServer.startAll(
                Stream.of("all", "cpu", "mem", "rest").map(dir::resolve).toList());
        String configuration = CONFIGURATION.formatted(
                servers.get(1).url(), servers.get(2).url(), servers.get(3).url());
        GatewayProcess gateway = GatewayProcess.start(dir.resolve("gateway"), configuration, GatewayProcess.PARANOID);
        return new InfluxClusters(servers.get(0), servers.get(1), servers.get(2), servers.get(3), gateway);
    }

    List<InfluxServer> owners() {
        return List.of(cpu, mem, rest);
    }

    /** The same request to both. */
    Pair ask(String method, String path, byte[] body, String... headers) {
        return new Pair(
                Http.send(method, all.url() + path, body, headers),
                Http.send(method, gateway.url() + path, body, headers));
    }

    Pair ask(String method, String path, String body, String... headers) {
        return ask(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** @param parameters such as {@code &chunked=true} */
    Pair query(String method, String statements, String parameters) {
        return ask(method, path(statements, parameters), "");
    }

    static String path(String statements, String parameters) {
        return "/query?db=" + InfluxServer.DATABASE + "&q=" + URLEncoder.encode(statements, StandardCharsets.UTF_8)
                + parameters;
    }

    /** Writes lines to the one that has everything, and to their owners. */
    void fill(String lines) {
        assertThat(all.write(lines).status()).isEqualTo(204);
        for (String line : lines.split("\n")) {
            InfluxServer owner = line.startsWith("cpu") ? cpu : line.startsWith("mem") ? mem : rest;
            assertThat(owner.write(line).status()).isEqualTo(204);
        }
    }

    @Override
    public void close() {
        gateway.close();
        all.close();
        owners().forEach(InfluxServer::close);
    }
}
