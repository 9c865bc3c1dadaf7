package org.metricgateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;

/** Every path of the admin port, on a gateway whose user has added a rule of their own to {@code owners.camel.yaml}. */
final class AdminPortIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nobody listens there: what the admin port says needs no backend. */
    private static final String PROPERTIES = """
            gateway.group.cpu.urls = http://127.0.0.1:1, http://[::1]:2/base
            gateway.group.cpu.token = hush
            gateway.group.mem.urls = http://127.0.0.1:3
            gateway.group.acme.urls = http://127.0.0.1:4
            gateway.rule.1 = ^cpu[.] -> cpu
            gateway.rule.2 = ^mem\\.(used|free)$ -> mem
            """;

    private static final String OWN_RULE = """
                        when:
                          - expression:
                              simple:
                                expression: "${header.X-Tenant} == 'acme'"
                            steps:
                              - setVariable:
                                  name: group
                                  expression:
                                    constant:
                                      expression: acme
            """;

    private static GatewayProcess gateway;

    @BeforeAll
    static void start(@TempDir Path dir) throws IOException {
        String owners = Files.readString(Path.of("routes/owners.camel.yaml"));
        Files.createDirectory(dir.resolve("routes"));
        Files.writeString(
                dir.resolve("routes/owners.camel.yaml"),
                owners.replaceFirst("(?m)^ +when:\n", Matcher.quoteReplacement(OWN_RULE)));
        gateway = GatewayProcess.startUnready(dir, PROPERTIES, GatewayProcess.PARANOID);
    }

    @AfterAll
    static void stop() {
        gateway.assertNoLeak();
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/healthz"})
    void itIsAlive(String path) {
        Answer answer = get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void itIsNotReadyWithoutABackendToAsk() throws IOException {
        Answer answer = get("/readyz");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(json(answer).path("status").asText()).isEqualTo("unready");
        assertThat(json(answer).path("active_backends").asInt(-1)).isZero();
        assertThat(json(answer).path("stopping").asBoolean(true)).isFalse();
        assertThat(json(answer).path("without_backend")).hasSize(3);
    }

    @Test
    void metersAreWhatPrometheusReads() {
        Answer answer = get("/metrics");
        assertThat(answer.header("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(Exposition.read(answer.text()).samples())
                .contains("gateway_backend_up{backend=\"127.0.0.1:3\",group=\"mem\"}", "gateway_requests_in_flight");
    }

    @Test
    void backendsHaveNamesAndNoSecrets() throws IOException {
        awaitDown();
        Answer answer = get("/admin/backends");
        JsonNode second = json(answer).get(1);
        assertThat(json(answer)).hasSize(4);
        assertThat(second.path("address").asText()).isEqualTo("[::1]:2/base");
        assertThat(second.path("group").asText()).isEqualTo("cpu");
        assertThat(second.path("port").asInt()).isEqualTo(2);
        assertThat(second.path("addr").asText()).isEqualTo("::1");
        assertThat(second.path("health").asText()).isEqualTo("down");
        assertThat(second.path("consecutive_failures").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(second.path("last_probe_unix").asLong()).isPositive();
        assertThat(second.path("breaker").asText()).isEqualTo("closed");
        assertThat(second.path("since").asText()).startsWith("20");
        assertThat(second.path("breaker_since").asText()).startsWith("20");
        assertThat(second.path("in_flight").asInt(-1)).isZero();
        assertThat(second.path("weight").asInt()).isEqualTo(1);
        assertThat(second.path("excluded").asBoolean(true)).isFalse();
        assertThat(second.path("reason").asText()).isEqualTo("a connection was refused");
        assertThat(second.path("last_probes").size()).isBetween(3, 5);
        JsonNode probe = second.path("last_probes").get(0);
        assertThat(probe.path("passed").asBoolean(true)).isFalse();
        assertThat(probe.path("millis").isIntegralNumber()).isTrue();
        assertThat(probe.path("time").asText()).startsWith("20");
        assertThat(probe.path("what").asText()).isEqualTo("a connection was refused");
        assertThat(answer.text()).doesNotContain("hush");
    }

    @Test
    void thePoolIsThatOfHyperbytedbProxy() {
        String first = "{\"addr\":\"127.0.0.1\",\"port\":1,\"health\":\"(unknown|active|down)\",\"excluded\":false,"
                + "\"inflight\":0,\"consecutive_failures\":\\d+,\"last_probe_unix\":\\d+}";
        String second = first.replace("127.0.0.1", "::1").replace("\"port\":1", "\"port\":2");
        assertThat(get("/admin/pool").text())
                .matches(("[" + first + "," + second + ",").replaceAll("[{}\\[]", "\\\\$0") + ".*");
    }

    @Test
    void aRuleIsExplained() throws IOException {
        awaitDown();
        JsonNode metric = explained("?metric=mem.used").get(0);
        assertThat(metric.path("owner").asText()).isEqualTo("mem");
        assertThat(metric.path("rule").path("number").asInt()).isEqualTo(2);
        assertThat(metric.path("rule").path("pattern").asText()).isEqualTo("^mem\\.(used|free)$");
        assertThat(metric.path("backends").get(0).path("address").asText()).isEqualTo("127.0.0.1:3");
        assertThat(metric.path("backends").get(0).path("health").asText()).isEqualTo("down");
    }

    @ParameterizedTest
    @CsvSource({
        "?metric=cpu.a&metric=mem.free, 'cpu, mem'",
        "?metric=cpu.a%20b, cpu",
        "?metric=disk, null",
        "?metric=cpu.a&metric=disk, 'null, null'",
    })
    void eachMetricHasAnOwnerOrNone(String query, String owners) throws IOException {
        assertThat(owners(explained(query))).isEqualTo(owners);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"start_relative":{"value":1,"unit":"hours"},"metrics":[{"name":"mem.used"},{"name":"cpu.x"}]} | mem, cpu
            [{"name":"cpu.a","timestamp":1,"value":2,"tags":{"h":"a"}},{"name":"mem.used"}]                | cpu, mem
            {"name":"cpu.a","timestamp":1,"value":2,"tags":{"h":"a"}}                                      | cpu
            """)
    void aBodyIsExplained(String body, String owners) throws IOException {
        Answer answer = Http.post(gateway.adminUrl() + "/admin/explain", body);
        assertThat(owners(json(answer).path("metrics"))).isEqualTo(owners);
    }

    @Test
    void aRuleOfTheUsersOwnShows() throws IOException {
        Answer answer = Http.get(gateway.adminUrl() + "/admin/explain?metric=cpu.a", "X-Tenant", "acme");
        JsonNode metric = json(answer).path("metrics").get(0);
        assertThat(metric.path("owner").asText()).isEqualTo("acme");
        assertThat(metric.path("why").asText()).isEqualTo("a step of the route choose-owner decides");
        assertThat(metric.path("rule").path("group").asText()).isEqualTo("cpu");
    }

    @Test
    void aBodyThatNobodyCouldReadIsRefused() throws IOException {
        Answer answer = Http.post(gateway.adminUrl() + "/admin/explain", "{'metrics':[]}");
        assertProblem(answer, 400);
        assertThat(json(answer).path("request_id").asText()).isNotEmpty();
    }

    @Test
    void aBodyIsBounded() throws IOException {
        assertProblem(Http.post(gateway.adminUrl() + "/admin/explain", " ".repeat(300_000)), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/status", "/admin/reload", "/api/v1/version"})
    void anUnknownPathIsAProblem(String path) throws IOException {
        assertProblem(get(path), 404);
    }

    @ParameterizedTest
    @CsvSource({"POST, /metrics, 'GET, HEAD'", "PUT, /admin/explain, 'GET, HEAD, POST'", "OPTIONS, /readyz, 'GET, HEAD'"
    })
    void anotherMethodIsAProblem(String method, String path, String allowed) throws IOException {
        Answer answer = Http.send(method, gateway.adminUrl() + path, "");
        assertProblem(answer, 405);
        assertThat(answer.header("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu/127.0.0.1:1/exclude", "127.0.0.1/include", "nobody/exclude"})
    void nothingIsChangedWithoutATokenThatIsConfigured(String path) throws IOException {
        Answer answer = Http.post(gateway.adminUrl() + "/admin/backends/" + path, "", "Authorization", "Bearer hush");
        assertProblem(answer, 403);
        assertThat(answer.text()).contains("gateway.admin.token");
    }

    @Test
    void aHeadHasNoBody() {
        Answer answer = Http.send("HEAD", gateway.adminUrl() + "/admin/backends", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    /** They are unknown until enough probes have failed. */
    private static void awaitDown() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !get("/admin/backends").text().contains("\"unknown\""));
    }

    private static void assertProblem(Answer answer, int status) throws IOException {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
    }

    private static JsonNode explained(String query) throws IOException {
        return json(get("/admin/explain" + query)).path("metrics");
    }

    private static String owners(JsonNode metrics) {
        List<String> owners = StreamSupport.stream(metrics.spliterator(), false)
                .map(metric -> metric.path("owner").asText())
                .toList();
        return String.join(", ", owners);
    }

    private static Answer get(String path) {
        return Http.get(gateway.adminUrl() + path);
    }

    private static JsonNode json(Answer answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
