package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.RawClient;

/** Requests that two servers could read in two ways, or that no server need read: refused, never passed on. */
class RefusalIT {

    private static final String LINE = "POST " + Rig.QUERY + " HTTP/1.1\r\n";
    private static final String HOST = "Host: h\r\n";
    private static final String REST = "Content-Length: 2\r\n\r\n{}";

    @TempDir
    static Path dir;

    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.start(dir);
    }

    @AfterAll
    static void stop() {
        assertThat(rig.cpu().requests()).isEmpty();
        assertThat(rig.mem().requests()).isEmpty();
        rig.close();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(400, "two lengths", LINE + HOST + "Content-Length: 3\r\n" + REST),
                Arguments.of(400, "two lengths in a line", LINE + HOST + "Content-Length: 2, 3\r\n\r\n{}"),
                Arguments.of(400, "signed length", LINE + HOST + "Content-Length: +2\r\n\r\n{}"),
                Arguments.of(400, "negative length", LINE + HOST + "Content-Length: -2\r\n\r\n{}"),
                Arguments.of(400, "length that is no number", LINE + HOST + "Content-Length: 2x\r\n\r\n{}"),
                Arguments.of(400, "length and chunks", chunked("chunked", "Content-Length: 2\r\n")),
                Arguments.of(400, "gzip before chunks", chunked("gzip, chunked", "")),
                Arguments.of(400, "chunks twice", chunked("chunked, chunked", "")),
                Arguments.of(400, "chunks in two lines", chunked("chunked\r\nTransfer-Encoding: identity", "")),
                Arguments.of(400, "unknown transfer", chunked("xchunked", "")),
                Arguments.of(400, "blank within", chunked("\u000bchunked", "")),
                Arguments.of(400, "blank before colon", LINE + HOST + "Transfer-Encoding : chunked\r\n" + REST),
                Arguments.of(
                        400,
                        "bad chunk size",
                        LINE + HOST + "Transfer-Encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n"),
                Arguments.of(
                        400, "negative chunk size", LINE + HOST + "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n"),
                Arguments.of(
                        400, "chunk without end", LINE + HOST + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}0\r\n\r\n"),
                Arguments.of(
                        400, "chunk ended by LF", LINE + HOST + "Transfer-Encoding: chunked\r\n\r\n2\n{}\r\n0\r\n\r\n"),
                Arguments.of(400, "chunks in HTTP/1.0", chunked("chunked", "").replace("/1.1", "/1.0")),
                Arguments.of(400, "LF after the line", "POST " + Rig.QUERY + " HTTP/1.1\n" + HOST + REST),
                Arguments.of(400, "LF after a header", LINE + "Host: h\n" + REST),
                Arguments.of(400, "LF before the body", LINE + HOST + "Content-Length: 2\r\n\n{}"),
                Arguments.of(400, "CR in a header", LINE + HOST + "X-A: a\rb\r\n" + REST),
                Arguments.of(400, "NUL in a header", LINE + HOST + "X-A: a\0b\r\n" + REST),
                Arguments.of(400, "folded", LINE + HOST + "X-A: a\r\n b\r\n" + REST),
                Arguments.of(400, "folded by a tab", LINE + HOST + "X-A: a\r\n\tb\r\n" + REST),
                Arguments.of(400, "folded first", LINE + " X-A: a\r\n" + HOST + REST),
                Arguments.of(400, "folded after blank lines", "\r\n\r\n" + LINE + HOST + "X-A: a\r\n b\r\n" + REST),
                Arguments.of(400, "two hosts", LINE + HOST + "Host: i\r\n" + REST),
                Arguments.of(400, "no host", LINE + REST),
                Arguments.of(400, "no colon", LINE + HOST + "X-A\r\n" + REST),
                Arguments.of(400, "no name", LINE + HOST + ": a\r\n" + REST),
                Arguments.of(400, "blank in a name", LINE + HOST + "X A: a\r\n" + REST),
                Arguments.of(400, "blank in the URI", "GET /a b HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of(400, "control in the URI", "GET /a\u000bb HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of(400, "no version", "GET /\r\n" + HOST + "\r\n"),
                Arguments.of(400, "garbage", "\u0016\u0003\u0001\u0002\r\n\r\n"),
                Arguments.of(505, "HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                Arguments.of(414, "long URI", "GET /" + "x".repeat(66_000) + " HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of(431, "long header", LINE + HOST + "X-A: " + "x".repeat(33_000) + "\r\n" + REST),
                Arguments.of(431, "many headers", LINE + HOST + "X-A: x\r\n".repeat(6_000) + REST),
                Arguments.of(417, "expectation", LINE + HOST + "Expect: tea\r\n" + REST),
                Arguments.of(501, "unknown method", LINE.replace("POST", "BREW") + HOST + REST),
                Arguments.of(501, "small method", LINE.replace("POST", "post") + HOST + REST),
                Arguments.of(501, "TRACE", "TRACE / HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of(501, "CONNECT", "CONNECT a:1 HTTP/1.1\r\n" + HOST + "\r\n"));
    }

    private static String chunked(String coding, String more) {
        return LINE + HOST + "Transfer-Encoding: " + coding + "\r\n" + more + "\r\n2\r\n{}\r\n0\r\n\r\n";
    }

    /** The answer can be read although the client goes on sending, and then the connection ends. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void refused(int status, String what, String raw) throws IOException {
        try (RawClient client = rig.client()) {
            assertRefused(client.send(raw + Rig.query()), status);
        }
    }

    private static void assertRefused(RawClient client, int status) throws IOException {
        Answer answer = client.answer();
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.all("Connection")).containsExactly("close");
        assertThat(answer.all("X-Request-Id")).hasSize(1);
        assertThat(answer.text()).contains("request_id").doesNotContain("Exception");
        assertThat(client.ending()).isEqualTo(RawClient.Ending.CLOSED);
    }

    @ParameterizedTest
    @MethodSource("splits")
    void foldingInAnySegments(int at) throws IOException {
        String raw = "\r\n" + LINE + HOST + "X-A: a\r\n b\r\n" + REST;
        try (RawClient client = rig.client()) {
            client.send(raw.substring(0, at)).send(raw.substring(at));
            assertRefused(client, 400);
        }
    }

    static Stream<Integer> splits() {
        int fold = ("\r\n" + LINE + HOST + "X-A: a\r\n").length();
        return Stream.of(1, 2, 3, fold - 2, fold - 1, fold, fold + 1);
    }

    @Test
    void foldingByteByByte() throws IOException {
        try (RawClient client = rig.client()) {
            for (char c : ("\r\n" + LINE + HOST + "X-A: a\r\n b").toCharArray()) {
                client.send(String.valueOf(c));
            }
            assertRefused(client, 400);
        }
    }
}
