package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.Http;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** Breakers that open after two failures of four, for two seconds. Of two backends one fails, and the other one is asked. */
class BreakerIT {

    private static final Reply OK = Reply.json(200, "{}");

    @TempDir
    static Path dir;

    private static Rig rig;
    private static ScriptedBackend other;

    @BeforeAll
    static void start() {
        ScriptedBackend cpu = ScriptedBackend.start();
        other = ScriptedBackend.start();
        rig = Rig.start(
                dir,
                cpu,
                ScriptedBackend.start(),
                "gateway.group.cpu.urls = " + cpu.url() + "," + other.url(),
                "camel.resilience4j.minimum-number-of-calls = 4",
                "camel.resilience4j.sliding-window-size = 4",
                "camel.resilience4j.wait-duration-in-open-state = 2",
                "camel.resilience4j.permitted-number-of-calls-in-half-open-state = 2",
                // A probe that passes lets a breaker half-open.
                "gateway.group.cpu.health.interval = 1h",
                "gateway.group.mem.health.interval = 1h",
                "gateway.group.cpu.retries = 0",
                "gateway.group.mem.retries = 0",
                "gateway.group.cpu.timeout.first-byte = 300ms",
                "gateway.group.cpu.timeout.idle = 300ms");
    }

    @AfterAll
    static void stop() {
        other.close();
        rig.close();
    }

    private static Answer ask() throws IOException {
        return rig.ask(Rig.post("/api/v1/rollups", "{}"));
    }

    /** Two failures are then two of four. */
    @BeforeEach
    void answersWell() throws IOException {
        for (int i = 0; i < 8; i++) {
            assertThat(ask().status()).isEqualTo(200);
        }
    }

    @AfterEach
    void closesAgain() {
        rig.cpu().script().always(OK);
        rig.mem().script().always(OK);
        Awaitility.await().until(() -> {
            ask();
            return isIn("closed", "cpu", rig.cpu());
        });
    }

    private static boolean isIn(String state, String group, ScriptedBackend backend) {
        String gauge = "resilience4j_circuitbreaker_state{name=\"backend-%s-127.0.0.1:%d\",state=\"%s\"} 1.0";
        return Http.get(rig.gateway().adminUrl() + "/metrics")
                .text()
                .contains(gauge.formatted(group, backend.port(), state));
    }

    static Stream<Arguments> opens() {
        return Stream.of(
                Arguments.of(502, Reply.json(502, "bad")),
                Arguments.of(503, Reply.json(503, "busy")),
                Arguments.of(504, Reply.json(504, "late")),
                Arguments.of(502, Reply.reset()),
                Arguments.of(502, Reply.close()),
                Arguments.of(502, Reply.bytes("garbage\r\n\r\n")),
                Arguments.of(504, Reply.silence()));
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource
    void opens(int status, Reply fault) throws IOException {
        rig.cpu().script().always(fault);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            statuses.add(ask().status());
        }
        assertThat(statuses).containsExactlyInAnyOrder(status, status, 200, 200);
        assertOpen();
    }

    private static void assertOpen() throws IOException {
        assertThat(isIn("open", "cpu", rig.cpu())).isTrue();
        int heard = rig.cpu().requests().size();
        int others = other.requests().size();
        for (int i = 0; i < 6; i++) {
            assertThat(ask().status()).isEqualTo(200);
        }
        assertThat(rig.cpu().requests()).hasSize(heard);
        assertThat(other.requests()).hasSize(others + 6);
        assertThat(isIn("open", "cpu", rig.cpu())).isTrue();
    }

    /** That it fails is no reason to ask nobody. */
    @Test
    void theOnlyBackendIsAskedAllTheSame() throws IOException {
        rig.mem().script().always(Reply.json(503, "busy"));
        int heard = rig.mem().requests().size();
        for (int i = 0; i < 10; i++) {
            Answer answer = rig.ask(Rig.post(Rig.QUERY, Rig.MEM_QUERY));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text()).isEqualTo("busy");
        }
        assertThat(rig.mem().requests()).hasSize(heard + 10);
        assertThat(isIn("open", "mem", rig.mem())).isTrue();
        rig.mem().script().always(OK);
        assertThat(rig.ask(Rig.post(Rig.QUERY, Rig.MEM_QUERY)).status()).isEqualTo(200);
    }

    /** Such an answer counts at its head as well, as a good one. */
    @Test
    void opensForAnswersThatBreakOff() throws IOException {
        String part = "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n" + "x".repeat(100_000);
        rig.cpu().script().always(Reply.bytes(part).then(Reply.close()));
        List<RawClient.Ending> endings = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            try (RawClient client = rig.client()) {
                client.send(Rig.query("Connection: close"));
                endings.add(client.ending());
            }
        }
        assertThat(endings.stream().filter(RawClient.Ending.RESET::equals)).hasSize(2);
        assertOpen();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 500, 501})
    void staysClosedForMistakesOfClients(int status) throws IOException {
        rig.cpu().script().always(Reply.json(status, "{\"errors\":[\"yours\"]}"));
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            statuses.add(ask().status());
        }
        assertThat(statuses.stream().filter(each -> each == status)).hasSize(12);
        assertThat(isIn("closed", "cpu", rig.cpu())).isTrue();
    }

    /** A client that leaves says nothing about the backend. */
    @Test
    void staysClosedForClientsThatLeave() throws IOException {
        rig.cpu().script().always(Reply.silence());
        for (int i = 1; i <= 8; i++) {
            leave();
        }
        assertThat(isIn("closed", "cpu", rig.cpu())).isTrue();
    }

    /** Clients that leave while it is half-open give their permits back: it closes all the same. */
    @Test
    void closesThoughClientsLeaveWhileItIsHalfOpen() throws IOException {
        opens(503, Reply.json(503, "busy"));
        rig.cpu().script().always(Reply.silence());
        Awaitility.await().until(() -> isIn("half_open", "cpu", rig.cpu()));
        for (int i = 1; i <= 6; i++) {
            leave();
        }
        assertThat(isIn("half_open", "cpu", rig.cpu())).isTrue();
    }

    /** One after another, until the silent one has got one. */
    private static void leave() throws IOException {
        int before = rig.cpu().requests().size();
        while (rig.cpu().requests().size() == before) {
            try (RawClient client = rig.client()) {
                client.send(Rig.query());
                Awaitility.await()
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> rig.cpu().requests().size() > before || client.available() > 0);
            }
        }
    }
}
