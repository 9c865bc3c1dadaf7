package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;

/** Breakers that open after two failures of four, for a second. */
class BreakerIT {

    private static final Reply OK = Reply.json(200, "{}");

    @TempDir
    static Path dir;

    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.start(
                dir,
                "camel.resilience4j.minimum-number-of-calls = 4",
                "camel.resilience4j.sliding-window-size = 4",
                "camel.resilience4j.wait-duration-in-open-state = 1",
                "camel.resilience4j.permitted-number-of-calls-in-half-open-state = 2",
                "gateway.group.cpu.timeout.first-byte = 300ms",
                "gateway.group.cpu.timeout.idle = 300ms");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static Answer ask() throws IOException {
        return rig.ask(Rig.post("/api/v1/rollups", "{}"));
    }

    @AfterEach
    void closesAgain() {
        rig.cpu().script().always(OK);
        Awaitility.await().until(() -> Stream.of(ask(), ask(), ask(), ask()).allMatch(a -> a.status() == 200));
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
        assertThat(ask().status()).isEqualTo(status);
        assertThat(ask().status()).isEqualTo(status);
        assertOpen();
    }

    private static void assertOpen() throws IOException {
        int heard = rig.cpu().requests().size();
        long start = System.nanoTime();
        Answer answer = ask();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(250));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.all("Retry-After")).hasSize(1);
        assertThat(answer.text()).startsWith("{\"errors\":[\"group cpu: ");
        assertThat(rig.cpu().requests()).hasSize(heard);
        assertThat(rig.ask(Rig.post(Rig.QUERY, Rig.MEM_QUERY)).status()).isEqualTo(200);
    }

    /** Such an answer counts at its head as well, as a good one. */
    @Test
    void opensForAnswersThatBreakOff() throws IOException {
        String part = "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n" + "x".repeat(100_000);
        rig.cpu().script().always(Reply.bytes(part).then(Reply.close()));
        for (int i = 0; i < 2; i++) {
            try (RawClient client = rig.client()) {
                client.send(Rig.query());
                assertThat(client.ending()).isEqualTo(RawClient.Ending.RESET);
            }
        }
        assertOpen();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 500, 501})
    void staysClosedForMistakesOfClients(int status) throws IOException {
        rig.cpu().script().always(Reply.json(status, "{\"errors\":[\"yours\"]}"));
        for (int i = 0; i < 12; i++) {
            assertThat(ask().status()).isEqualTo(status);
        }
        assertThat(ask().text()).isEqualTo("{\"errors\":[\"yours\"]}");
    }

    /** A client that leaves says nothing about the backend. */
    @Test
    void staysClosedForClientsThatLeave() throws IOException {
        rig.cpu().script().always(Reply.silence());
        int before = rig.cpu().requests().size();
        for (int i = 1; i <= 8; i++) {
            try (RawClient client = rig.client()) {
                client.send(Rig.query());
                rig.cpu().awaitRequests(before + i);
            }
        }
        rig.cpu().script().always(OK);
        assertThat(ask().status()).isEqualTo(200);
    }

    /** Clients that leave while it is half-open give their permits back: it closes all the same. */
    @Test
    void closesThoughClientsLeaveWhileItIsHalfOpen() throws IOException {
        opens(503, Reply.json(503, "busy"));
        rig.cpu().script().always(Reply.silence());
        int before = rig.cpu().requests().size();
        for (int i = 1; i <= 6; i++) {
            int wanted = before + i;
            try (RawClient client = rig.client()) {
                Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> {
                    if (rig.cpu().requests().size() < wanted && client.available() == 0) {
                        client.send(Rig.query());
                    }
                    return rig.cpu().requests().size() >= wanted
                            || client.answer().status() != 503;
                });
            }
        }
    }
}
