package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;

/** Clients that take their time, at a gateway that gives them a second. */
class SlowClientIT {

    @TempDir
    static Path dir;

    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.start(dir, "gateway.timeout.client = 1s");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    static Stream<String> parts() {
        String request = Rig.query();
        int body = request.length() - Rig.CPU_QUERY.length();
        return Stream.of(
                "P",
                "\r\n\r\nPOST / HT",
                request.substring(0, 60),
                request.substring(0, body - 1),
                request.substring(0, body),
                request.substring(0, body + 9),
                Rig.message("POST", Rig.QUERY, "", "Transfer-Encoding: chunked") + "5\r\nab");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void thatStopSendingAreTold(String part) throws IOException {
        try (RawClient client = rig.client()) {
            assertLate(client.send(part));
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void thatStopAfterAGoodRequestAreTold(String part) throws IOException {
        try (RawClient client = rig.client()) {
            client.send(Rig.query() + part);
            assertThat(client.answer().status()).isEqualTo(200);
            assertLate(client);
        }
    }

    private static void assertLate(RawClient client) throws IOException {
        long start = System.nanoTime();
        Answer answer = client.answer();
        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.all("Connection")).containsExactly("close");
        assertThat(client.ending()).isEqualTo(RawClient.Ending.CLOSED);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(500), Duration.ofSeconds(8));
    }

    /** A head must be there in time as a whole. */
    @Test
    void thatSendAHeadByteByByteAreTold() throws IOException {
        try (RawClient client = rig.client()) {
            client.send("GET /health HTTP/1.1\r\nHost: h\r\n");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> client.send("x").available() > 0);
            assertThat(client.answer().status()).isEqualTo(408);
        }
    }

    /** A body must only not pause: this one takes twice the time. */
    @Test
    void thatSendABodyByteByByteAreServed() throws IOException {
        byte[] request = Rig.query().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        int head = request.length - 20;
        try (RawClient client = rig.client()) {
            client.send(java.util.Arrays.copyOf(request, head));
            int[] next = {head};
            Awaitility.await().pollInterval(Duration.ofMillis(100)).until(() -> {
                client.send(new byte[] {request[next[0]]});
                return ++next[0] == request.length;
            });
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void thatDoNotTakeTheirAnswerAreReset() throws IOException {
        rig.cpu().script().next(Reply.endless());
        try (RawClient client = RawClient.connect(rig.gateway().url(), 4096)) {
            client.send(Rig.query());
            rig.cpu().awaitPeerGone();
            assertThat(client.ending()).isEqualTo(RawClient.Ending.RESET);
        }
    }

    /** A pause is no pause while something is taken. */
    @Test
    void thatTakeTheirAnswerSlowlyGetIt() throws IOException {
        int size = 400_000;
        rig.cpu().script().next(Reply.large(size));
        try (RawClient client = RawClient.connect(rig.gateway().url(), 4096)) {
            client.send(Rig.query());
            byte[] some = new byte[size / 20];
            int[] taken = {0};
            Awaitility.await().pollInterval(Duration.ofMillis(150)).until(() -> {
                taken[0] += Math.max(0, client.read(some));
                return taken[0] >= size;
            });
        }
    }

    /** While it waits for its answer, a client need not send. */
    @Test
    void thatWaitAreServed() throws IOException {
        rig.cpu().script().next(with -> {
            if (!with.peerLeavesWithin(Duration.ofMillis(1_500))) {
                Reply.json(200, "{}").play(with);
            }
        });
        assertThat(rig.ask(Rig.query()).status()).isEqualTo(200);
    }
}
