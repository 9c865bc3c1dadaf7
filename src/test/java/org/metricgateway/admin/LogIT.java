package org.metricgateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** What an operator reads in the log, and that no client writes there what it likes. */
final class LogIT {

    private static final String QUERY = "/api/v1/datapoints/query";

    private static final ScriptedBackend CPU = ScriptedBackend.start();

    private static GatewayProcess gateway;

    @BeforeAll
    static void start(@TempDir Path dir) {
        CPU.script().always(Reply.json(200, "{\"queries\":[]}"));
        gateway = GatewayProcess.start(dir, """
                gateway.group.cpu.urls = %s
                gateway.group.cpu.token = hush
                gateway.group.ill.urls = %s/ill
                gateway.group.ill.retries = 0
                gateway.group.ill.health.interval = 1h
                gateway.rule.1 = ^cpu -> cpu
                gateway.rule.2 = ^ill -> ill
                gateway.access-log = true
                gateway.slow-query = 200ms
                """.formatted(CPU.url(), CPU.url()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        CPU.close();
    }

    @Test
    void oneLineSaysWhatStarted() {
        List<String> lines = gateway.log()
                .lines()
                .filter(line -> line.contains(" listens on "))
                .toList();
        assertThat(lines)
                .singleElement()
                .asString()
                .contains("INFO", gateway.url().substring(7), gateway.adminUrl().substring(7), "mode multi");
        assertThat(lines.get(0)).contains("cpu (127.0.0.1:%d)".formatted(CPU.port()), "/ill)", "rules 2");
    }

    @Test
    void accessIsALineWithoutTheQuery() {
        Http.get(
                gateway.url() + QUERY + "?query=%7B%22metrics%22:[%7B%22name%22:%22cpu.secret%22%7D]%7D",
                "X-Request-Id",
                "a1");
        String line = awaitLine("id=a1");
        assertThat(line)
                .containsPattern("client=127[.]0[.]0[.]1 method=GET path=" + QUERY + " status=200 bytes=14 ms=[0-9.]+");
        assertThat(line).contains(" group=cpu attempts=1 ").doesNotContain("secret");
    }

    @Test
    void aSlowQueryIsToldWithItsMetrics() {
        CPU.script().next(Reply.slowly("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", Duration.ofMillis(15)));
        String names = String.join(
                "\"},{\"name\":\"",
                IntStream.range(0, 12).mapToObj(i -> "cpu." + i).toList());
        Http.post(gateway.url() + QUERY, "{\"metrics\":[{\"name\":\"" + names + "\"}]}", "X-Request-Id", "slow1");
        String line = awaitLine("[slow1]");
        assertThat(line)
                .contains("WARN", "a query took", "groups cpu", "cpu.0, cpu.1", "cpu.9 and 2 more", "status 200");
    }

    @Test
    void aFailureIsToldWithItsReason() {
        Http.post(gateway.url() + QUERY, "{\"metrics\":[{\"name\":\"disk.x\"}]}", "X-Request-Id", "fail1");
        assertThat(awaitLine("[fail1]")).contains("WARN", "POST " + QUERY + " -> 502: no rule owns disk.x");
    }

    @Test
    void aRefusalIsToldWithItsClient() throws IOException {
        try (RawClient client = RawClient.connect(gateway.url())) {
            client.send("GET /refused HTTP/1.1\r\n\r\n").answer();
        }
        assertThat(awaitLine("no Host header")).contains("WARN", "127.0.0.1 -> 400");
    }

    @Test
    void nobodyBreaksALine() throws IOException {
        String evil = "\\r\\n2026-01-01 ERROR forged\\u001b[31m\\u2028";
        Http.post(gateway.url() + QUERY, "{\"metrics\":[{\"name\":\"disk" + evil + "\"}]}", "X-Request-Id", "evil1");
        assertThat(awaitLine("[evil1]")).contains("forged");
        for (String head :
                List.of("evil2%1b%0d%0aforged HTTP/1.1", "evil3\u001b[31m HTTP/1.1\r\nX-Request-Id: x\u001b[31m")) {
            try (RawClient client = RawClient.connect(gateway.url())) {
                client.send("GET /" + head + "\r\nHost: a\r\n\r\n").answer();
            }
        }
        awaitLine("evil2");
        assertThat(gateway.log()).doesNotContain("\u001b").doesNotContain("\u2028");
        assertThat(gateway.log().lines()).noneMatch(line -> line.startsWith("2026-01-01 ERROR"));
    }

    @Test
    void aFloodIsNotAFloodOfLines() {
        int flood = 300;
        IntStream.range(0, flood).forEach(i -> Http.get(gateway.url() + "/flood"));
        long lines = gateway.log()
                .lines()
                .filter(line -> line.contains("GET /flood -> 404"))
                .count();
        assertThat(lines).isPositive();
        // Each second has twenty; what they left out is told with the first line of the next one.
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    Http.get(gateway.url() + "/after");
                    assertThat(gateway.log()).contains("more requests were refused or failed");
                });
        assertThat(lines).isLessThan(flood);
    }

    @Test
    void breakersAreToldWhenTheyOpenAndCloseAgain() {
        String ill = "{\"metrics\":[{\"name\":\"ill\"}]}";
        CPU.script()
                .next(IntStream.range(0, 10)
                        .mapToObj(i -> Reply.json(503, "{}"))
                        .toArray(Reply[]::new));
        IntStream.range(0, 10).forEach(i -> Http.post(gateway.url() + QUERY, ill));
        assertThat(awaitLine("/ill is open")).contains("WARN", "group ill", "100% of its last calls failed");
        assertThat(Http.get(gateway.adminUrl() + "/admin/backends").text()).contains("\"breaker\" : \"open\"");
        // That its only backend fails is no reason to ask nobody.
        assertThat(Http.get(gateway.adminUrl() + "/readyz").status()).isEqualTo(200);
        assertThat(awaitLine("/ill is half open")).contains("INFO");
        IntStream.range(0, 10).forEach(i -> Http.post(gateway.url() + QUERY, ill));
        assertThat(awaitLine("/ill is closed")).contains("INFO");
    }

    @Test
    void noSecretIsLogged() {
        Http.post(
                gateway.url() + QUERY,
                "{\"metrics\":[{\"name\":\"cpu\"}]}",
                "Authorization",
                "Bearer mine",
                "X-Request-Id",
                "s1");
        awaitLine("id=s1");
        assertThat(gateway.log()).doesNotContain("hush").doesNotContain("mine");
    }

    private static String awaitLine(String part) {
        return Awaitility.await(part)
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> gateway.log()
                                .lines()
                                .filter(line -> line.contains(part))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
