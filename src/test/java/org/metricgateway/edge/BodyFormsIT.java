package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Request;

/** Bodies in other forms than plain JSON of a known length. */
class BodyFormsIT {

    @TempDir
    static Path dir;

    private static Rig rig;

    private int before;

    @BeforeAll
    static void start() {
        rig = Rig.start(dir);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void count() {
        before = rig.cpu().requests().size();
    }

    private Request heard() {
        return rig.cpu().awaitRequests(before + 1).get(before);
    }

    @Test
    void readsChunkedBodies() throws IOException {
        String chunks = "5\r\n" + Rig.CPU_QUERY.substring(0, 5) + "\r\n2F;x=y\r\n" + Rig.CPU_QUERY.substring(5)
                + "\r\n0\r\nX-Trailer: 1\r\n\r\n";
        assertThat(Rig.CPU_QUERY).hasSize(5 + 0x2f);
        String head = "POST " + Rig.QUERY + " HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThat(rig.ask(head + chunks).status()).isEqualTo(200);
        assertThat(heard().text()).isEqualTo(Rig.CPU_QUERY);
        assertThat(heard().header("Transfer-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Encoding: gzip", "Content-Type: application/gzip"})
    void passesGzippedPointsOnAsTheyCame(String header) throws IOException {
        byte[] gzipped = gzip("[{\"name\":\"cpu.a\",\"timestamp\":1,\"value\":2,\"tags\":{\"h\":\"a\"}}]");
        try (RawClient client = rig.client()) {
            String head = "POST " + Rig.POINTS + " HTTP/1.1\r\nHost: h\r\n" + header + "\r\nContent-Length: ";
            client.send(head + gzipped.length + "\r\n\r\n").send(gzipped);
            assertThat(client.answer().status()).isEqualTo(200);
        }
        assertThat(heard().body()).isEqualTo(gzipped);
        assertThat(heard().head()).contains(header);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
