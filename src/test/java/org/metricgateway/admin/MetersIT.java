package org.metricgateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** What is counted, and under which labels. Each test looks at what it added, so that none minds the others. */
final class MetersIT {

    private static final String QUERY = "/api/v1/datapoints/query";

    private static final String EMPTY = "{\"queries\":[{\"sample_size\":0,\"results\":[]}]}";

    private static final ScriptedBackend CPU = ScriptedBackend.start();

    private static final ScriptedBackend MEM = ScriptedBackend.start();

    private static final ScriptedBackend AWAY = ScriptedBackend.start();

    private static final ScriptedBackend FAR = ScriptedBackend.start();

    private static GatewayProcess gateway;

    @BeforeAll
    static void start(@TempDir Path dir) {
        CPU.script().always(Reply.json(200, EMPTY));
        MEM.script().always(Reply.json(200, EMPTY));
        gateway = GatewayProcess.start(
                dir, """
                gateway.group.cpu.urls = %s
                gateway.group.cpu.concurrency = 1
                gateway.group.mem.urls = %s
                gateway.group.mem.partial = warn
                gateway.group.mem.retries = 0
                gateway.group.away.urls = %s, %s
                gateway.group.away.health.interval = 1h
                gateway.group.away.hold.time = 0s
                gateway.rule.1 = ^cpu[.] -> cpu
                gateway.rule.2 = ^mem[.] -> mem
                gateway.rule.3 = ^away -> away
                """.formatted(CPU.url(), MEM.url(), AWAY.url(), FAR.url()), GatewayProcess.PARANOID);
    }

    @AfterAll
    static void stop() {
        gateway.assertNoLeak();
        gateway.close();
        CPU.close();
        MEM.close();
        AWAY.close();
        FAR.close();
    }

    @Test
    void anAnswerIsCountedWithItsGroup() {
        adds(requests("cpu", "ok"), () -> query("cpu.a"));
        adds("gateway_attempts_total{group=\"cpu\",result=\"answered\"}", () -> query("cpu.a"));
        adds("gateway_request_duration_seconds_count{dialect=\"kairosdb\"}", () -> query("cpu.a"));
    }

    @Test
    void severalGroupsAreOneLabel() {
        adds(requests("several", "ok"), () -> query("cpu.a", "mem.b"));
    }

    @Test
    void whatADatabaseRefusesIsTheClientsError() {
        MEM.script().next(Reply.json(400, "{\"errors\":[\"no\"]}"));
        adds(requests("mem", "client_error"), () -> assertThat(query("mem.a").status())
                .isEqualTo(400));
    }

    @Test
    void whatTheGatewayRefusesIsNot() {
        adds(requests("none", "refused"), () -> Http.post(gateway.url() + QUERY, "{'metrics'"));
        adds(requests("none", "refused"), () -> Http.post(gateway.url() + "/api/v1/version", "x"));
    }

    @Test
    void aFailureStatusIsAFailedAttempt() {
        MEM.script().next(Reply.json(503, "{}"));
        adds("gateway_attempts_total{group=\"mem\",result=\"failed\"}", () -> query("mem.a"));
    }

    @Test
    void anAttemptThatWasNotSentIsRetried() {
        AWAY.refuse();
        FAR.refuse();
        String notSent = "gateway_attempts_total{group=\"away\",result=\"not_sent\"}";
        Exposition before = scrape();
        adds(requests("away", "failed"), () -> query("away.a"));
        Exposition after = scrape();
        assertThat(added(before, after, notSent)).isEqualTo(2);
        assertThat(added(before, after, "gateway_retries_total{group=\"away\"}"))
                .isEqualTo(1);
        assertThat(added(before, after, "gateway_backend_ejections_total{group=\"away\"}"))
                .isEqualTo(2);
        assertThat(after.value("gateway_health_transitions_total{from=\"active\",group=\"away\",to=\"ejected\"}"))
                .isEqualTo(2);
        assertThat(after.value("gateway_backends{group=\"away\",health=\"active\"}"))
                .isZero();
    }

    @Test
    void aBrokenAnswerIsNotTheClientsLeaving() {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n";
        MEM.script().next(Reply.bytes(head + "x".repeat(100_000)).then(Reply.reset()));
        adds(requests("mem", "broken"), () -> {
            try (RawClient client = RawClient.connect(gateway.url())) {
                client.send(raw("mem.a")).ending();
            }
        });
    }

    @Test
    void aClientThatLeavesIsCounted() {
        MEM.script().next(Reply.silence());
        int asked = MEM.requests().size();
        adds(requests("mem", "left"), () -> {
            try (RawClient client = RawClient.connect(gateway.url())) {
                client.send(raw("mem.a"));
                MEM.awaitRequests(asked + 1);
                client.reset();
            }
        });
    }

    @Test
    void oneRequestTooManyIsThrottled() {
        CountDownLatch told = new CountDownLatch(1);
        int asked = CPU.requests().size();
        CPU.script().next(Reply.once(told).then(Reply.json(200, EMPTY)));
        adds("gateway_throttled_total{group=\"cpu\"}", () -> {
            try (RawClient first = RawClient.connect(gateway.url())) {
                first.send(raw("cpu.a"));
                CPU.awaitRequests(asked + 1);
                assertThat(value("gateway_requests_in_flight")).isEqualTo(1);
                assertThat(value(ofBackend("gateway_backend_in_flight", CPU, "cpu")))
                        .isEqualTo(1);
                assertThat(query("cpu.b").status()).isEqualTo(429);
                told.countDown();
                assertThat(first.answer().status()).isEqualTo(200);
            }
        });
    }

    @Test
    void aMissingPartIsCounted() {
        MEM.script().next(Reply.json(503, "{}"));
        adds("gateway_partial_answers_total{group=\"mem\"}", () -> query("cpu.a", "mem.a"));
    }

    @Test
    void breakersAndTheProcessAreThere() {
        assertThat(value(ofBackend("gateway_backend_up", CPU, "cpu"))).isEqualTo(1);
        assertThat(value("resilience4j_circuitbreaker_state{name=\"backend-cpu-127.0.0.1:%d\",state=\"closed\"}"
                        .formatted(CPU.port())))
                .isEqualTo(1);
        assertThat(value("gateway_direct_memory_used_bytes")).isPositive();
        assertThat(value("process_uptime_seconds")).isPositive();
        assertThat(scrape().samples()).anyMatch(sample -> sample.startsWith("jvm_memory_used_bytes{area=\"heap\""));
        assertThat(scrape().samples()).anyMatch(sample -> sample.startsWith("gateway_info{"));
    }

    @Test
    void healthIsCounted() {
        assertThat(value("gateway_backends{group=\"cpu\",health=\"active\"}")).isEqualTo(1);
        assertThat(value("gateway_backends{group=\"cpu\",health=\"down\"}")).isZero();
        assertThat(value("gateway_probes_total{group=\"cpu\",result=\"passed\"}"))
                .isPositive();
        assertThat(value("gateway_probes_total{group=\"cpu\",result=\"failed\"}"))
                .isZero();
        assertThat(value("gateway_health_transitions_total{from=\"unknown\",group=\"cpu\",to=\"active\"}"))
                .isEqualTo(1);
    }

    @Test
    void noWordOfAClientIsALabel() {
        query("cpu.secretName");
        query("unowned.secretName");
        Http.get(gateway.url() + "/secretPath");
        Http.send("DELETE", gateway.url() + "/api/v1/metric/cpu.secretName", "");
        assertThat(Http.get(gateway.adminUrl() + "/metrics").text()).doesNotContain("secret");
    }

    private static String requests(String group, String outcome) {
        return "gateway_requests_total{dialect=\"kairosdb\",group=\"%s\",outcome=\"%s\"}".formatted(group, outcome);
    }

    private static String ofBackend(String name, ScriptedBackend backend, String group) {
        return "%s{backend=\"127.0.0.1:%d\",group=\"%s\"}".formatted(name, backend.port(), group);
    }

    private interface Action {
        void run() throws IOException;
    }

    /** One, and no more; what is over for the client may be over for the gateway a moment later. */
    private static void adds(String sample, Action action) {
        Exposition before = scrape();
        try {
            action.run();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Awaitility.await(sample).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            Exposition after = scrape();
            assertThat(added(before, after, sample))
                    .as(() -> sample + " among " + after.changesSince(before))
                    .isEqualTo(1);
        });
    }

    private static double added(Exposition before, Exposition after, String sample) {
        return after.value(sample) - before.value(sample);
    }

    private static double value(String sample) {
        return scrape().value(sample);
    }

    private static Exposition scrape() {
        return Exposition.read(Http.get(gateway.adminUrl() + "/metrics").text());
    }

    private static Answer query(String... metrics) {
        return Http.post(gateway.url() + QUERY, body(metrics));
    }

    private static String body(String... metrics) {
        return "{\"metrics\":[{\"name\":\"" + String.join("\"},{\"name\":\"", metrics) + "\"}]}";
    }

    private static String raw(String metric) {
        String body = body(metric);
        return "POST %s HTTP/1.1\r\nHost: test\r\nContent-Length: %d\r\n\r\n%s".formatted(QUERY, body.length(), body);
    }
}
