package org.metricgateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** Taking backends out of service by hand. Each test puts back what it took out. */
final class ExclusionIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String QUERY = "/api/v1/datapoints/query";

    private static final String BODY = "{\"metrics\":[{\"name\":\"cpu.a\"}]}";

    private static final String TOKEN = "hunter2-is-secret";

    private static final ScriptedBackend ONE = ScriptedBackend.start();

    private static final ScriptedBackend TWO = ScriptedBackend.start();

    private static GatewayProcess gateway;

    @BeforeAll
    static void start(@TempDir Path dir) {
        ONE.script().always(Reply.json(200, "{\"queries\":[]}"));
        TWO.script().always(Reply.json(200, "{\"queries\":[]}"));
        gateway = GatewayProcess.start(
                dir, """
                gateway.group.cpu.urls = %s, %s
                gateway.group.mem.urls = %s/base
                gateway.default-group = cpu
                gateway.admin.token = %s
                """.formatted(ONE.url(), TWO.url(), ONE.url(), TOKEN), GatewayProcess.PARANOID);
    }

    @AfterEach
    void include() {
        change("127.0.0.1/include");
    }

    @AfterAll
    static void stop() {
        assertThat(gateway.log()).doesNotContain(TOKEN);
        gateway.assertNoLeak();
        gateway.close();
        ONE.close();
        TWO.close();
    }

    @Test
    void itIsReadyWhileSomebodyCanBeAsked() throws IOException {
        change("cpu/%s/exclude".formatted(name(ONE)));
        Answer answer = Http.get(gateway.adminUrl() + "/readyz");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("status").asText()).isEqualTo("ready");
        assertThat(JSON.readTree(answer.body()).path("active_backends").asInt()).isEqualTo(2);
        assertThat(JSON.readTree(answer.body()).path("without_backend").isEmpty())
                .isTrue();
        assertThat(page(name(TWO)).path("health").asText()).isEqualTo("active");
        assertThat(page(name(TWO)).path("last_probes").get(0).path("passed").asBoolean())
                .isTrue();
    }

    @Test
    void anExcludedOneIsNotAsked() throws IOException {
        assertAnswer(change("cpu/%s/exclude".formatted(name(ONE))), 200, "excluded");
        int before = ONE.requests().size();
        IntStream.range(0, 20).forEach(i -> assertThat(query().status()).isEqualTo(200));
        assertThat(ONE.requests()).hasSize(before);
        assertThat(page(name(ONE)).path("excluded").asBoolean()).isTrue();
        assertThat(page(name(ONE)).path("excluded_until").isNull()).isTrue();
        assertThat(page(name(ONE)).path("reason").asText()).contains("operator");
        assertThat(page(name(ONE) + "/base").path("excluded").asBoolean(true)).isFalse();
        assertAnswer(change("cpu/%s/exclude".formatted(name(ONE))), 409, "already_excluded");
        assertAnswer(change("cpu/%s/include".formatted(name(ONE))), 200, "included");
        assertAnswer(change("cpu/%s/include".formatted(name(ONE))), 200, "not_excluded");
        IntStream.range(0, 20).forEach(i -> query());
        assertThat(ONE.requests().size()).isGreaterThan(before);
        awaitLine("group cpu: " + name(ONE) + " is excluded: by an operator, until it is included");
        awaitLine("group cpu: " + name(ONE) + " is active, it was excluded");
    }

    @Test
    void whatIsInFlightIsFinished() throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        int asked = TWO.requests().size();
        change("cpu/%s/exclude".formatted(name(ONE)));
        TWO.script().next(Reply.once(told).then(Reply.json(200, "{\"queries\":[]}")));
        try (RawClient client = RawClient.connect(gateway.url())) {
            client.send("POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n%s"
                    .formatted(QUERY, BODY.length(), BODY));
            TWO.awaitRequests(asked + 1);
            assertAnswer(change("cpu/%s/exclude".formatted(name(TWO))), 200, "excluded");
            told.countDown();
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void withoutAnyoneTheAnswerComesAtOnce() throws IOException {
        assertThat(change("127.0.0.1/exclude").text()).isEqualTo("{\"status\":\"excluded\",\"ip\":\"127.0.0.1\"}");
        assertThat(change("127.0.0.1/exclude").text())
                .isEqualTo("{\"status\":\"already_excluded\",\"ip\":\"127.0.0.1\"}");
        Answer answer = query();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        Answer ready = Http.get(gateway.adminUrl() + "/readyz");
        assertThat(ready.status()).isEqualTo(503);
        assertThat(JSON.readTree(ready.body()).path("status").asText()).isEqualTo("unready");
        assertThat(JSON.readTree(ready.body()).path("active_backends").asInt(-1))
                .isZero();
        assertThat(change("127.0.0.1/include").text()).isEqualTo("{\"status\":\"included\",\"ip\":\"127.0.0.1\"}");
        assertThat(change("127.0.0.1/include").text()).isEqualTo("{\"status\":\"not_excluded\",\"ip\":\"127.0.0.1\"}");
    }

    @Test
    void aTimeEndsByItself() throws IOException {
        assertAnswer(change("mem/%s%%2Fbase/exclude?for=200ms".formatted(name(ONE))), 200, "excluded");
        assertThat(page(name(ONE) + "/base").path("excluded").asBoolean()).isTrue();
        assertThat(page(name(ONE) + "/base").path("excluded_until").asText()).startsWith("20");
        awaitLine("/base is excluded: by an operator, for 0.2 s");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !page(name(ONE) + "/base").path("excluded").asBoolean(true));
        assertAnswer(change("mem/%s/base/include".formatted(name(ONE))), 200, "not_excluded");
        assertAnswer(change("mem/%s/base/exclude?for=1h".formatted(name(ONE))), 200, "excluded");
        assertAnswer(change("mem/%s/base/include".formatted(name(ONE))), 200, "included");
    }

    @Test
    void whoIsUnknownIsToldSo() {
        Answer answer = change("10.9.9.9/exclude");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .isEqualTo("{\"status\":\"error\",\"message\":\"backend 10.9.9.9 not found in pool\"}");
        assertThat(change("disk/127.0.0.1:1/include").text()).contains("127.0.0.1:1 not found in group disk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%20b/exclude",
                "%25/exclude",
                "cpu/127.0.0.1/exclude",
                "127.0.0.1/exclude?for=10",
                "127.0.0.1/exclude?for=0s",
                "127.0.0.1/exclude?for=",
                "127.0.0.1/exclude?for=1s&for=2s"
            })
    void whatCannotBeReadIsRefused(String path) throws IOException {
        assertThat(change(path).status()).isEqualTo(400);
        assertThat(page(name(ONE)).path("excluded").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer wrong",
        "Authorization, Bearer hunter2-is-secre",
        "Authorization, Basic hunter2-is-secret",
        "Authorization, hunter2-is-secret",
        "X-Other, x"
    })
    void nobodyElseMay(String header, String value) throws IOException {
        Answer answer = Http.post(gateway.adminUrl() + "/admin/backends/127.0.0.1/exclude", "", header, value);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer realm=\"metric-gateway\"");
        assertThat(answer.text()).doesNotContain(TOKEN);
        assertThat(page(name(ONE)).path("excluded").asBoolean(true)).isFalse();
    }

    @Test
    void aGetChangesNothing() {
        String path = gateway.adminUrl() + "/admin/backends/127.0.0.1/exclude";
        assertThat(Http.get(path, "Authorization", "Bearer " + TOKEN).status()).isEqualTo(405);
    }

    private static void assertAnswer(Answer answer, int status, String word) throws IOException {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("status").asText()).isEqualTo(word);
    }

    private static Answer change(String path) {
        return Http.post(gateway.adminUrl() + "/admin/backends/" + path, "", "Authorization", "bearer " + TOKEN);
    }

    private static Answer query() {
        return Http.post(gateway.url() + QUERY, BODY);
    }

    private static JsonNode page(String address) throws IOException {
        JsonNode all =
                JSON.readTree(Http.get(gateway.adminUrl() + "/admin/backends").body());
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path("address").asText().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static String name(ScriptedBackend backend) {
        return "127.0.0.1:" + backend.port();
    }

    private static void awaitLine(String part) {
        Awaitility.await(part).atMost(Duration.ofSeconds(10)).until(() -> gateway.log()
                .contains(part));
    }
}
