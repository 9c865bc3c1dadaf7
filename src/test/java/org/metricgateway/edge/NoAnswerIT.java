package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;

/** Backends that do not answer: the client is told, in the dialect's words, and its connection goes on. */
class NoAnswerIT {

    @TempDir
    static Path dir;

    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.start(dir, "gateway.group.cpu.timeout.first-byte = 700ms", "gateway.group.cpu.timeout.idle = 500ms");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @AfterEach
    void goesOn() throws IOException {
        assertThat(rig.ask(Rig.query()).status()).isEqualTo(200);
    }

    static Stream<Arguments> faults() {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n";
        return Stream.of(
                Arguments.of(502, "closed", Reply.close()),
                Arguments.of(502, "reset", Reply.reset()),
                Arguments.of(502, "closed within the head", Reply.bytes(head).then(Reply.close())),
                Arguments.of(502, "reset within the head", Reply.bytes(head).then(Reply.reset())),
                Arguments.of(502, "garbage", Reply.bytes("SSH-2.0-OpenSSH_9.2\r\n\r\n")),
                Arguments.of(
                        502,
                        "garbage without lines",
                        Reply.bytes("\u0015\u0003\u0003\0\u0002").then(Reply.close())),
                Arguments.of(502, "large head", Reply.bytes(head + "X-A: " + "x".repeat(100_000) + "\r\n\r\n")),
                Arguments.of(502, "two lengths", Reply.bytes(head + "Content-Length: 11\r\n\r\n0123456789")),
                Arguments.of(502, "bad length", Reply.bytes("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n")),
                Arguments.of(
                        502, "short body", Reply.bytes(head + "\r\n012345678").then(Reply.close())),
                Arguments.of(502, "no body", Reply.bytes(head + "\r\n").then(Reply.close())),
                Arguments.of(
                        502, "body reset", Reply.bytes(head + "\r\n012345678").then(Reply.reset())),
                Arguments.of(
                        502,
                        "unlimited body reset",
                        Reply.bytes("HTTP/1.1 200 OK\r\n\r\n{}").then(Reply.reset())),
                Arguments.of(502, "chunks closed", chunks("5\r\nabcde\r\n").then(Reply.close())),
                Arguments.of(502, "chunk closed", chunks("5\r\nabc").then(Reply.close())),
                Arguments.of(502, "chunks reset", chunks("5\r\nabcde\r\n").then(Reply.reset())),
                Arguments.of(502, "bad chunk", chunks("xyz\r\nabc\r\n0\r\n\r\n")),
                Arguments.of(504, "silence", Reply.silence()),
                Arguments.of(504, "silence within the head", Reply.bytes(head).then(Reply.silence())),
                Arguments.of(504, "slow head", Reply.slowly(head + "\r\n0123456789", Duration.ofMillis(100))),
                Arguments.of(
                        504,
                        "announced only",
                        Reply.bytes("HTTP/1.1 100 Continue\r\n\r\n").then(Reply.silence())));
    }

    private static Reply chunks(String chunks) {
        return Reply.bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void faults(int status, String what, Reply reply) throws IOException {
        try (RawClient client = rig.client()) {
            rig.cpu().script().next(reply);
            // Not repeatable, so that a connection that was used before makes no difference.
            Answer answer = client.send(Rig.post("/api/v1/rollups", "{}")).answer();
            assertThat(answer.status()).as(answer.text()).isEqualTo(status);
            assertThat(answer.text()).startsWith("{\"errors\":[\"group cpu: ").doesNotContain("127.0.0.1", "Exception");
            assertThat(answer.all("Access-Control-Allow-Origin")).containsExactly("*");
            assertThat(answer.headers()).doesNotContainKey("connection");
            assertThat(client.send(Rig.query()).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void informationBeforeTheAnswer() throws IOException {
        rig.cpu()
                .script()
                .next(Reply.bytes("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n")
                        .then(Reply.json(200, "[]")));
        Answer answer = rig.ask(Rig.query());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("[]");
    }
}
