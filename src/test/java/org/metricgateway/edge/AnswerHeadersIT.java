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

/** Which of a backend's headers a client gets, and what the gateway adds. */
class AnswerHeadersIT {

    private static final String HEAD = """
            HTTP/1.1 200 Fine\r
            Content-Type: application/json;charset=utf-8\r
            Cache-Control: no-cache\r
            Date: Sat, 21 Nov 2026 12:00:00 GMT\r
            Warning: 199 - "w"\r
            Set-Cookie: a=1\r
            Set-Cookie: b=2\r
            Via: 1.0 inner\r
            Connection: X-Mine\r
            X-Mine: 1\r
            Keep-Alive: timeout=5\r
            Proxy-Authenticate: Basic\r
            Upgrade: h2c\r
            CamelHttpResponseCode: 500\r
            Server: kairos\r
            """;

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

    private static Answer answered(String raw) throws IOException {
        rig.cpu().script().next(Reply.bytes(raw));
        return rig.ask(Rig.query("X-Request-Id: id-1"));
    }

    private static void assertDressed(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.all("Content-Type")).containsExactly("application/json;charset=utf-8");
        assertThat(answer.all("Cache-Control")).containsExactly("no-cache");
        assertThat(answer.all("Date")).containsExactly("Sat, 21 Nov 2026 12:00:00 GMT");
        assertThat(answer.all("Warning")).containsExactly("199 - \"w\"");
        assertThat(answer.all("Set-Cookie")).containsExactly("a=1", "b=2");
        assertThat(answer.all("Server")).containsExactly("kairos");
        assertThat(answer.all("Via")).containsExactly("1.0 inner", "1.1 metric-gateway");
        assertThat(answer.all("X-Request-Id")).containsExactly("id-1");
        assertThat(answer.all("X-Gateway-Group")).containsExactly("cpu");
        assertThat(answer.all("X-Gateway-Attempts")).containsExactly("1");
        assertThat(answer.headers())
                .doesNotContainKeys(
                        "connection", "x-mine", "keep-alive", "proxy-authenticate", "upgrade", "camelhttpresponsecode");
    }

    @Test
    void ofSmallAnswers() throws IOException {
        Answer answer = answered(HEAD + "Content-Length: 2\r\n\r\n{}");
        assertDressed(answer);
        assertThat(answer.all("Content-Length")).containsExactly("2");
        assertThat(answer.text()).isEqualTo("{}");
    }

    @Test
    void ofRelayedAnswers() throws IOException {
        String body = "x".repeat(100_000);
        Answer answer = answered(HEAD + "Content-Length: 100000\r\n\r\n" + body);
        assertDressed(answer);
        assertThat(answer.all("Content-Length")).containsExactly("100000");
        assertThat(answer.text()).isEqualTo(body);
    }

    @Test
    void ofRelayedChunks() throws IOException {
        String body = "x".repeat(100_000);
        Answer answer =
                answered(HEAD + "Transfer-Encoding: chunked\r\n\r\n186a0\r\n" + body + "\r\n0\r\nX-Sum: 1\r\n\r\n");
        assertDressed(answer);
        assertThat(answer.all("Transfer-Encoding")).containsExactly("chunked");
        assertThat(answer.headers()).doesNotContainKey("content-length");
        assertThat(answer.text()).isEqualTo(body);
    }

    @Test
    void ofAnswersWithoutBody() throws IOException {
        Answer none = answered("HTTP/1.1 204 No Content\r\nX-A: 1\r\n\r\n");
        assertThat(none.status()).isEqualTo(204);
        assertThat(none.headers()).containsKey("x-a").doesNotContainKeys("content-length", "transfer-encoding");
        Answer unchanged = answered("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\nContent-Length: 77\r\n\r\n");
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.all("ETag")).containsExactly("\"1\"");
        assertThat(unchanged.all("Content-Length")).containsExactly("77");
    }

    @Test
    void ofAnswersToHead() throws IOException {
        try (RawClient client = rig.client()) {
            String head = Rig.message("HEAD", Rig.VERSION, "");
            rig.cpu().script().next(Reply.bytes("HTTP/1.1 200 OK\r\nContent-Length: 1234567\r\nX-A: 1\r\n\r\n"));
            Answer answer = client.send(head).answerToHead();
            assertThat(answer.all("Content-Length")).containsExactly("1234567");
            assertThat(answer.all("X-A")).containsExactly("1");
            rig.cpu().script().next(Reply.bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
            assertThat(client.send(head).answerToHead().status()).isEqualTo(200);
            assertThat(client.send(Rig.query()).answer().text()).isEqualTo("{}");
        }
    }

    @Test
    void ofErrorsWithTheirWords() throws IOException {
        Answer answer = answered("HTTP/1.1 400 Bad\r\nContent-Length: 15\r\n\r\n{\"errors\":[\"x\"]");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("{\"errors\":[\"x\"]");
    }
}
