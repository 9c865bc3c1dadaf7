package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** The retry table, row by row, for reads, writes that may repeat, and other writes: three backends that fail alike. */
class RetryIT {

    private static final String READ = Rig.query();
    private static final String REPEATABLE = Rig.post(Rig.POINTS, "[{\"name\":\"cpu.a\"}]");
    private static final String ONCE = Rig.post("/api/v1/rollups", "{\"a\":1}");
    private static final String SAVING = Rig.post(
            Rig.QUERY,
            "{\"start_absolute\":1,\"metrics\":[{\"name\":\"cpu.a\",\"aggregators\":"
                    + "[{\"name\":\"save_as\",\"metric_name\":\"cpu.b\"}]}]}");

    private static final String LARGE = "x".repeat(100_000);
    private static final Reply OK = Reply.json(200, "{\"queries\":[{\"sample_size\":1,\"results\":[]}]}");

    @TempDir
    static Path dir;

    private static Rig rig;
    private static List<ScriptedBackend> cpu;

    @BeforeAll
    static void start() {
        cpu = List.of(ScriptedBackend.start(), ScriptedBackend.start(), ScriptedBackend.start());
        String urls = String.join(",", cpu.stream().map(ScriptedBackend::url).toList());
        rig = Rig.start(
                dir,
                cpu.get(0),
                ScriptedBackend.start(),
                "gateway.group.cpu.urls = " + urls,
                "gateway.group.cpu.health.interval = 100ms",
                "gateway.group.cpu.hold.time = 20s",
                "gateway.group.cpu.timeout.first-byte = 700ms");
        rig.mem().script().always(OK);
    }

    @AfterAll
    static void stop() {
        rig.close();
        cpu.get(1).close();
        cpu.get(2).close();
    }

    /** What the retries of one test cost, whatever the tests before it spent of the group's budget. */
    @BeforeEach
    void earnRetries() throws IOException {
        fail(0, OK);
        try (RawClient client = rig.client()) {
            for (int i = 0; i < 30; i++) {
                assertThat(client.send(READ).answer().status()).isEqualTo(200);
            }
        }
    }

    /** The next so many requests end so, whoever gets them. */
    private static void fail(int times, Reply fault) {
        AtomicInteger asked = new AtomicInteger();
        cpu.forEach(
                backend -> backend.script().always(with -> (asked.getAndIncrement() < times ? fault : OK).play(with)));
    }

    private static int asked() {
        return cpu.stream().mapToInt(backend -> backend.requests().size()).sum();
    }

    private static Answer ask(String raw, int attempts) throws IOException {
        int before = asked();
        Answer answer = rig.ask(raw);
        assertThat(asked() - before).as(answer.toString()).isEqualTo(attempts);
        assertThat(answer.all("X-Gateway-Attempts")).containsExactly("" + attempts);
        return answer;
    }

    static Stream<Arguments> again() {
        return Stream.of(
                Arguments.of("502", 502, Reply.json(502, "bad")),
                Arguments.of("503", 503, Reply.json(503, "busy")),
                Arguments.of("504", 504, Reply.json(504, "late")),
                Arguments.of("large 503", 503, Reply.json(503, LARGE)),
                Arguments.of(
                        "paused 503",
                        503,
                        Reply.bytes("HTTP/1.1 503 X\r\nContent-Length: 2\r\n\r\n{")
                                .then(Reply.slowly("}", Duration.ofMillis(1300)))),
                Arguments.of("dying", 500, Reply.json(500, "{\"errors\":[\"Database is already closed\"]}")),
                Arguments.of("closed", 502, Reply.close()),
                Arguments.of("reset", 502, Reply.reset()),
                Arguments.of("garbage", 502, Reply.bytes("SSH-2.0-OpenSSH_9.2\r\n\r\n")),
                Arguments.of(
                        "broken off",
                        502,
                        Reply.bytes("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")
                                .then(Reply.close())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void again(String what, int status, Reply fault) throws IOException {
        for (String raw : List.of(READ, REPEATABLE)) {
            fail(1, fault);
            assertThat(ask(raw, 2).status()).isEqualTo(200);
        }
        for (String raw : List.of(ONCE, SAVING)) {
            fail(1, fault);
            assertThat(ask(raw, 1).status()).isEqualTo(status);
        }
    }

    static Stream<Arguments> notTaken() {
        String head = "HTTP/1.1 503 X\r\nRetry-After: 5\r\nContent-Length: 0\r\n";
        return Stream.of(
                Arguments.of("body", Reply.json(503, "{\"status\":\"warn\",\"message\":\"node is Draining\"}")),
                Arguments.of("header", Reply.bytes(head + "X-Hyperbytedb-Redirect: http://127.0.0.1:1\r\n\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void notTaken(String what, Reply fault) throws IOException {
        for (String raw : List.of(READ, REPEATABLE, ONCE, SAVING)) {
            fail(1, fault);
            assertThat(ask(raw, 2).status()).isEqualTo(200);
        }
    }

    /** The third attempt is the last, and what it brings is the client's, unchanged. */
    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void theLastAnswerIsTheClients(int status) throws IOException {
        fail(3, Reply.json(status, "{\"error\":\"wal backpressure\"}"));
        Answer answer = ask(READ, 3);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo("{\"error\":\"wal backpressure\"}");
    }

    /** So is a long one. */
    @Test
    void aLongErrorIsWhole() throws IOException {
        fail(1, Reply.json(503, LARGE));
        assertThat(ask(ONCE, 1).text()).isEqualTo(LARGE);
    }

    @Test
    void whatResetsTwoBackendsIsNotTriedOnAThird() throws IOException {
        fail(3, Reply.reset());
        assertThat(ask(READ, 2).status()).isEqualTo(502);
        fail(3, Reply.reset());
        assertThat(ask(REPEATABLE, 3).status()).isEqualTo(502);
    }

    @Test
    void aSlowAnswerIsNotAskedForAgain() throws IOException {
        for (String raw : List.of(READ, REPEATABLE, ONCE)) {
            fail(1, Reply.silence());
            assertThat(ask(raw, 1).status()).isEqualTo(504);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 500, 501})
    void norIsARefusal(int status) throws IOException {
        for (String raw : List.of(READ, REPEATABLE, ONCE)) {
            fail(1, Reply.json(status, "{\"errors\":[\"no\"]}"));
            assertThat(ask(raw, 1).text()).isEqualTo("{\"errors\":[\"no\"]}");
        }
    }

    /** Each at another backend, and each with the client's bytes. */
    @Test
    void isAskedElsewhere() throws IOException {
        int[] before =
                cpu.stream().mapToInt(backend -> backend.requests().size()).toArray();
        fail(2, Reply.json(502, "bad"));
        assertThat(ask(READ, 3).status()).isEqualTo(200);
        for (int i = 0; i < before.length; i++) {
            assertThat(cpu.get(i).requests()).hasSize(before[i] + 1);
            assertThat(cpu.get(i).requests().get(before[i]).text()).isEqualTo(Rig.CPU_QUERY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"busy", "{\"queries\":[{\"sample_size\":1,\"resu"})
    void aShareIsAskedForAgain(String body) throws IOException {
        fail(
                1,
                body.equals("busy")
                        ? Reply.json(503, body)
                        : Reply.bytes("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n" + body)
                                .then(Reply.close()));
        Answer answer = rig.ask(Rig.post(Rig.QUERY, "{\"metrics\":[{\"name\":\"cpu.a\"},{\"name\":\"mem.a\"}]}"));
        assertThat(answer.text())
                .isEqualTo("{\"queries\":[{\"sample_size\":1,\"results\":[]},{\"sample_size\":1,\"results\":[]}]}");
        assertThat(answer.all("X-Gateway-Attempts")).containsExactly("3");
    }
}
