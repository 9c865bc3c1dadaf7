package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;

/** Connections to backends that are used again, and those that must not be. One event loop, so that there is one pool. */
class ReusedConnectionIT {

    private static final Reply OK = Reply.json(200, "{}");

    @TempDir
    static Path dir;

    private static Rig rig;

    private int connections;
    private int requests;

    @BeforeAll
    static void start() {
        rig = Rig.start(dir, "gateway.loops = 1", "gateway.group.cpu.timeout.first-byte = 2s");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void warmUp() throws IOException {
        assertThat(rig.ask(Rig.query()).status()).isEqualTo(200);
        connections = rig.cpu().connections();
        requests = rig.cpu().requests().size();
    }

    @Test
    void isUsedAgain() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(rig.ask(Rig.query("Connection: close")).status()).isEqualTo(200);
        }
        assertThat(rig.cpu().connections()).isEqualTo(connections);
    }

    @ParameterizedTest
    @ValueSource(strings = {Rig.QUERY, Rig.POINTS})
    void closedJustThenIsTriedAgainOnAFreshOne(String path) throws IOException {
        for (Reply end : new Reply[] {Reply.close(), Reply.reset()}) {
            int before = rig.cpu().requests().size();
            rig.cpu().script().next(end, OK);
            String body = path.equals(Rig.QUERY) ? Rig.CPU_QUERY : "[{\"name\":\"cpu.a\"}]";
            Answer answer = rig.ask(Rig.post(path, body));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.all("X-Gateway-Attempts")).containsExactly("2");
            assertThat(rig.cpu().requests().subList(before, before + 2))
                    .allSatisfy(heard -> assertThat(heard.text()).isEqualTo(body));
        }
    }

    @Test
    void closedJustThenIsTheEndOfWhatMustNotBeRepeated() throws IOException {
        rig.cpu().script().next(Reply.close());
        assertThat(rig.ask(Rig.post("/api/v1/rollups", "{}")).status()).isEqualTo(502);
        assertThat(rig.cpu().requests()).hasSize(requests + 1);
    }

    /** With the only backend there is, as often as the group's retries allow. */
    @Test
    void closedAgainAndAgainIsTheEnd() throws IOException {
        rig.cpu().script().next(Reply.close(), Reply.close(), Reply.close());
        Answer answer = rig.ask(Rig.query());
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.all("X-Gateway-Attempts")).containsExactly("3");
        assertThat(rig.cpu().requests()).hasSize(requests + 3);
    }

    @Test
    void brokenWithinTheHeadOfAnAnswerIsTriedAgain() throws IOException {
        rig.cpu().script().next(Reply.bytes("HTTP/1.1 200 OK\r\nContent-Le").then(Reply.close()));
        assertThat(rig.ask(Rig.query()).status()).isEqualTo(200);
        assertThat(rig.cpu().requests()).hasSize(requests + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}garbage\r\n"
            })
    void isNotUsedAgainAfter(String answer) throws IOException {
        rig.cpu().script().next(Reply.bytes(answer));
        try (RawClient client = rig.client()) {
            client.send(Rig.query() + Rig.query());
            assertThat(client.answer().status()).isLessThan(300);
            assertThat(client.answer().text()).isEqualTo("{}");
            assertThat(client.send(Rig.query()).answer().text()).isEqualTo("{}");
        }
        assertThat(rig.cpu().connections()).isGreaterThan(connections);
    }

    @Test
    void anAnswerThatEndsWithItsConnection() throws IOException {
        for (int size : new int[] {2, 100_000}) {
            String body = "x".repeat(size);
            rig.cpu()
                    .script()
                    .next(Reply.bytes("HTTP/1.1 200 OK\r\n\r\n" + body).then(Reply.close()));
            try (RawClient client = rig.client()) {
                Answer answer = client.send(Rig.query()).answer();
                assertThat(answer.text()).isEqualTo(body);
                assertThat(client.send(Rig.query()).answer().text()).isEqualTo("{}");
            }
        }
    }

    /** The backend refuses by the head what it need not read; with or without reading on, or hanging up. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerBeforeTheRequestIsRead(boolean closes) throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        Reply early = Reply.bytes("HTTP/1.1 413 Too Large\r\nContent-Length: 5\r\n\r\nlarge");
        rig.cpu().script().atHead(early.then(closes ? Reply.close() : Reply.once(told)));
        String body = Rig.CPU_QUERY + " ".repeat(20_000_000);
        try (RawClient client = rig.client()) {
            Answer answer = client.send(Rig.post(Rig.QUERY, body)).answer();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.text()).isEqualTo("large");
            assertThat(client.send(Rig.query()).answer().status()).isEqualTo(200);
        } finally {
            told.countDown();
        }
        assertThat(rig.cpu().connections()).isGreaterThan(connections);
    }
}
