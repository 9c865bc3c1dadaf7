package org.metricgateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.KairosServer;

/**
 * The same points twice: all of them in one KairosDB, and divided among two others by the gateway.
 *
 * @param all what the gateway pretends to be
 * @param cpu owns {@code cpu.*}
 * @param mem owns {@code mem.*}
 */
record Clusters(KairosServer all, KairosServer cpu, KairosServer mem, GatewayProcess gateway) implements AutoCloseable {

    static final String QUERY = "/api/v1/datapoints/query";

    private static final String CONFIGURATION = """
            gateway.group.cpu.urls = %s
            gateway.group.mem.urls = %s
            gateway.rule.1 = ^cpu[.] -> cpu
            gateway.rule.2 = ^mem[.] -> mem
            """;

    static Clusters start(Path dir, String... properties) {
        List<KairosServer> servers =
                KairosServer.startAll(List.of(dir.resolve("all"), dir.resolve("cpu"), dir.resolve("mem")), properties);
        KairosServer cpu = servers.get(1);
        KairosServer mem = servers.get(2);
        String configuration = CONFIGURATION.formatted(cpu.url(), mem.url());
        GatewayProcess gateway =
                GatewayProcess.startUnready(dir.resolve("gateway"), configuration, GatewayProcess.PARANOID);
        return new Clusters(servers.get(0), cpu, mem, gateway);
    }

    /** Writes {@link Samples} to both. */
    void fill() {
        for (String body : Samples.bodies()) {
            Pair written = ask("POST", "/api/v1/datapoints", body);
            assertThat(written.expected().status()).isEqualTo(204);
            written.assertSameStatus();
        }
    }

    /** The same request to both. */
    Pair ask(String method, String path, String body, String... headers) {
        return ask(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Pair ask(String method, String path, byte[] body, String... headers) {
        Answer expected = Http.send(method, all.url() + path, body, headers);
        return new Pair(expected, Http.send(method, gateway.url() + path, body, headers));
    }

    Pair query(String body) {
        return ask("POST", QUERY, body);
    }

    @Override
    public void close() {
        gateway.close();
        List.of(all, cpu, mem).forEach(KairosServer::close);
    }
}
