package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;

/** Clients of before 1997, and ab. */
class Http10IT {

    private static final String GET = "GET " + Rig.QUERY + "?query={\"metrics\":[{\"name\":\"cpu.a\"}]} HTTP/1.0\r\n";

    @TempDir
    static Path dir;

    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.start(dir);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static Reply chunked(int size) {
        return Reply.bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(size) + "\r\n"
                + "x".repeat(size) + "\r\n0\r\n\r\n");
    }

    @Test
    void closesAfterTheAnswer() throws IOException {
        try (RawClient client = rig.client()) {
            Answer answer = client.send(GET + "\r\n").answer();
            assertThat(answer.all("Connection")).containsExactly("close");
            assertThat(answer.all("Content-Length")).containsExactly("2");
            assertThat(client.ending()).isEqualTo(RawClient.Ending.CLOSED);
        }
    }

    @Test
    void keepsTheConnectionIfAsked() throws IOException {
        try (RawClient client = rig.client()) {
            for (int i = 0; i < 3; i++) {
                rig.cpu().script().next(chunked(10));
                Answer answer =
                        client.send(GET + "Connection: Keep-Alive\r\n\r\n").answer();
                assertThat(answer.all("Connection")).containsExactly("keep-alive");
                assertThat(answer.all("Content-Length")).containsExactly("10");
                assertThat(answer.headers()).doesNotContainKey("transfer-encoding");
            }
        }
    }

    @Test
    void endsABodyOfUnknownLengthWithTheConnection() throws IOException {
        rig.cpu().script().next(chunked(200_000));
        try (RawClient client = rig.client()) {
            Answer answer = client.send(GET + "Connection: keep-alive\r\n\r\n").answer();
            assertThat(answer.headers()).doesNotContainKeys("transfer-encoding", "content-length");
            assertThat(answer.all("Connection")).containsExactly("close");
            assertThat(answer.body()).hasSize(200_000);
        }
    }

    @Test
    void doesNotTakeABrokenBodyForAWholeOne() throws IOException {
        rig.cpu()
                .script()
                .next(Reply.bytes(
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n30d40\r\n" + "x".repeat(100_000))
                        .then(Reply.close()));
        try (RawClient client = rig.client()) {
            client.send(GET + "\r\n");
            assertThat(client.ending()).isEqualTo(RawClient.Ending.RESET);
        }
    }

    @Test
    void expectsNothing() throws IOException {
        String body = Rig.CPU_QUERY;
        String head = "POST " + Rig.QUERY + " HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: " + body.length();
        assertThat(rig.ask(head + "\r\n\r\n" + body).status()).isEqualTo(200);
        assertThat(rig.cpu().requests()).last().satisfies(heard -> assertThat(heard.header("Expect"))
                .isEmpty());
    }
}
