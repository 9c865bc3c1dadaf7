package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.RawClient;

/** How long a body may be, here not long. */
class BodyLimitIT {

    private static final int BODY = 100_000;

    @TempDir
    static Path dir;

    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.start(
                dir,
                "gateway.limit.body = " + BODY,
                "gateway.limit.bytes = 250000",
                "gateway.limit.requests = 3",
                "gateway.limit.connections = 8");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static void assertTooLarge(RawClient client) throws IOException {
        Answer answer = client.answer();
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.all("Connection")).containsExactly("close");
        assertThat(answer.text()).contains("gateway.limit.body");
        assertThat(client.ending()).isEqualTo(RawClient.Ending.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-A: b", "Expect: 100-continue"})
    void aBodyThatIsAnnouncedTooLargeIsNotWaitedFor(String header) throws IOException {
        try (RawClient client = rig.client()) {
            client.send(
                    "POST " + Rig.QUERY + " HTTP/1.1\r\nHost: h\r\n" + header + "\r\nContent-Length: 100001\r\n\r\n");
            assertTooLarge(client);
        }
    }

    /** The client reads only after it has sent all, some of it into a connection that is being ended. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 20000000", "Transfer-Encoding: chunked"})
    void aClientThatSendsItAllStillReadsWhy(String framing) throws IOException {
        try (RawClient client = rig.client()) {
            client.send("POST " + Rig.QUERY + " HTTP/1.1\r\nHost: h\r\n" + framing + "\r\n\r\n1312d00\r\n");
            for (int i = 0; i < 1_000; i++) {
                client.send(new byte[20_000]);
            }
            assertTooLarge(client);
        }
    }

    @Test
    void aBodyThatGrowsTooLargeInChunks() throws IOException {
        String chunk = "2710\r\n" + " ".repeat(10_000) + "\r\n";
        try (RawClient client = rig.client()) {
            client.send("POST " + Rig.QUERY + " HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
            client.send(chunk.repeat(11));
            assertTooLarge(client);
        }
    }

    @Test
    void aBodyThatGrowsTooLargeWhenInflated() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(" ".repeat(BODY + 1).getBytes());
        }
        try (RawClient client = rig.client()) {
            client.send("POST " + Rig.POINTS + " HTTP/1.1\r\nHost: h\r\nContent-Encoding: gzip\r\nContent-Length: "
                    + bytes.size() + "\r\n\r\n");
            Answer answer = client.send(bytes.toByteArray()).answer();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(client.send(Rig.query()).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void aBodyOfTheLimitIsTaken() throws IOException {
        String body = Rig.CPU_QUERY + " ".repeat(BODY - Rig.CPU_QUERY.length());
        assertThat(rig.ask(Rig.post(Rig.QUERY, body)).status()).isEqualTo(200);
    }
}
