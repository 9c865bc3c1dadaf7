package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.RawClient;

/** Requests that look odd and are not, and answers that the gateway gives in the words of the dialect. */
class AcceptedIT {

    private static final String BODY = " \t" + Rig.CPU_QUERY;

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

    static Stream<Integer> splits() {
        int head = Rig.post(Rig.QUERY, BODY).indexOf("\r\n\r\n");
        return IntStream.rangeClosed(head - 1, head + 6).boxed();
    }

    /** The body begins with a blank, which in a head would be a folded line. */
    @ParameterizedTest
    @MethodSource("splits")
    void inTwoSegments(int at) throws IOException {
        String raw = Rig.post(Rig.QUERY, BODY);
        try (RawClient client = rig.client()) {
            int before = rig.cpu().requests().size();
            client.send(raw.substring(0, at));
            // An answered request of another client: by then the first segment has been read by itself.
            assertThat(rig.ask(Rig.query()).status()).isEqualTo(200);
            assertThat(client.send(raw.substring(at)).answer().status()).isEqualTo(200);
            assertThat(rig.cpu().requests().get(before + 1).text()).isEqualTo(BODY);
        }
    }

    @Test
    void byteByByte() throws IOException {
        try (RawClient client = rig.client()) {
            for (char c : ("\r\n" + Rig.post(Rig.QUERY, BODY)).toCharArray()) {
                client.send(String.valueOf(c));
            }
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Empty:", "X-Long: a \t b \t ", "x!#$%&'*+.^_`|~1: y"})
    void oddHeaders(String header) throws IOException {
        assertThat(rig.ask(Rig.query(header)).status()).isEqualTo(200);
    }

    @Test
    void pathsThatAreNotThere() throws IOException {
        try (RawClient client = rig.client()) {
            Answer kairos = client.send(Rig.get("/api/v1/nosuch")).answer();
            assertThat(kairos.status()).isEqualTo(404);
            assertThat(kairos.text()).startsWith("{\"errors\":[\"");
            assertThat(kairos.all("Access-Control-Allow-Origin")).containsExactly("*");
            Answer other = client.send(Rig.get("/nosuch")).answer();
            assertThat(other.status()).isEqualTo(404);
            assertThat(other.all("Content-Type")).containsExactly("application/problem+json");
            assertThat(other.text()).startsWith("{\"type\":\"about:blank\",\"status\":404,\"detail\":\"");
            assertThat(client.send(Rig.get("/health")).answer().text()).isEqualTo("{\"status\":\"ok\"}");
        }
    }

    @Test
    void methodsThatAPathHasNot() throws IOException {
        try (RawClient client = rig.client()) {
            Answer answer = client.send(Rig.message("DELETE", Rig.QUERY, "")).answer();
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("Allow").orElseThrow().split(", ?")).contains("GET", "POST", "OPTIONS");
            assertThat(answer.text()).startsWith("{\"errors\":[\"");
            assertThat(client.send(Rig.query()).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void bodiesThatCannotBeRead() throws IOException {
        try (RawClient client = rig.client()) {
            Answer answer = client.send(Rig.post(Rig.QUERY, "{\"metrics\":[{]", "Connection: keep-alive"))
                    .answer();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).startsWith("{\"errors\":[\"");
            assertThat(answer.all("Access-Control-Allow-Origin")).containsExactly("*");
            assertThat(answer.headers()).doesNotContainKey("connection");
            assertThat(client.send(Rig.query()).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void metricsThatNobodyOwns() throws IOException {
        Answer answer = rig.ask(Rig.post(Rig.QUERY, Rig.CPU_QUERY.replace("cpu.user", "disk.free")));
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text()).contains("disk.free");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-METRICNAME", "x-metricname", "X-MetricName"})
    void metricNamedByHeader(String name) throws IOException {
        int before = rig.mem().requests().size();
        assertThat(rig.ask(Rig.query(name + ": mem.free")).status()).isEqualTo(200);
        assertThat(rig.mem().requests()).hasSize(before + 1);
        assertThat(rig.mem().requests().get(before).text()).isEqualTo(Rig.CPU_QUERY);
    }
}
