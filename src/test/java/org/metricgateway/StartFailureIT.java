package org.metricgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.GatewayRun;

/** What cannot start says why, in a line for each fault, and ends. */
class StartFailureIT {

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"gateway.listen", "gateway.admin.listen"})
    void namesABusyPortAndItsKey(String key) throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String where = "127.0.0.1:" + busy.getLocalPort();
            GatewayRun run = run(key + " = " + where);
            assertThat(run.status()).isEqualTo(1);
            assertThat(lines(run)).singleElement().asString().contains(key + ": ", where, "Address already in use");
        }
    }

    @Test
    void saysEveryFaultOfTheSettings() throws IOException {
        GatewayRun run = run("gateway.mode = both\ngateway.lisen = 1");
        assertThat(run.status()).isEqualTo(1);
        assertThat(lines(run)).hasSize(2);
        assertThat(run.output()).contains("gateway.mode", "gateway.lisen");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- route: {nonsense: 1}                                                        | nonsense",
                "- route: [                                                                    | own.camel.yaml",
                "- route: {id: own, from: {uri: 'no:such', steps: [{stop: {}}]}}               | no://such",
                "- route: {id: own, from: {uri: 'direct:ask-group', steps: [{stop: {}}]}}      | direct://ask-group",
                "- route: {id: own, from: {uri: 'direct:a', steps: [{process: {ref: nobody}}]}}| nobody",
                "- beans: [{name: own, type: no.such.Type}]                                    | no.such.Type"
            })
    void saysWhatIsWrongWithARoute(String yaml, String named) throws IOException {
        Files.createDirectory(dir.resolve("routes"));
        Files.writeString(dir.resolve("routes/own.camel.yaml"), yaml + "\n");
        GatewayRun run = run("");
        assertThat(run.status()).isEqualTo(1);
        assertThat(lines(run)).singleElement().asString().contains("the gateway cannot start", named);
    }

    private GatewayRun run(String properties) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "gateway.listen = 127.0.0.1:0",
                "gateway.admin.listen = 127.0.0.1:0",
                "gateway.group.all.urls = http://127.0.0.1:1",
                "gateway.default-group = all"));
        lines.removeIf(line -> properties.startsWith(line.substring(0, line.indexOf('=') + 1)));
        lines.add(properties);
        Files.write(dir.resolve("application.properties"), lines);
        return GatewayRun.in(dir);
    }

    /** Without what Java itself says of Netty. */
    private static List<String> lines(GatewayRun run) {
        return run.output()
                .lines()
                .filter(line -> !line.startsWith("WARNING: "))
                .toList();
    }
}
