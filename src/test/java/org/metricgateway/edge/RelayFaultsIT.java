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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.Http;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;

/** What goes wrong while an answer is on its way through: nobody must take a part of it for the whole. */
class RelayFaultsIT {

    private static final String LARGE = "x".repeat(100_000);
    private static final String LENGTH = "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n";
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String UNTIL_CLOSED = "HTTP/1.1 200 OK\r\n\r\n";

    @TempDir
    static Path dir;

    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.start(dir, "gateway.group.cpu.timeout.idle = 700ms", "gateway.group.mem.timeout.idle = 700ms");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                Arguments.of("length closed", Reply.bytes(LENGTH + LARGE).then(Reply.close())),
                Arguments.of("length reset", Reply.bytes(LENGTH + LARGE).then(Reply.reset())),
                Arguments.of("length silent", Reply.bytes(LENGTH + LARGE).then(Reply.silence())),
                Arguments.of(
                        "small silent", Reply.bytes(CHUNKED + "2\r\n{}\r\n").then(Reply.silence())),
                Arguments.of("head silent", Reply.bytes(LENGTH).then(Reply.silence())),
                Arguments.of(
                        "chunks closed",
                        Reply.bytes(CHUNKED + "186a0\r\n" + LARGE + "\r\n").then(Reply.close())),
                Arguments.of(
                        "chunk closed",
                        Reply.bytes(CHUNKED + "186a1\r\n" + LARGE).then(Reply.close())),
                Arguments.of(
                        "chunks reset",
                        Reply.bytes(CHUNKED + "186a0\r\n" + LARGE + "\r\n").then(Reply.reset())),
                Arguments.of("bad chunk", Reply.bytes(CHUNKED + "186a0\r\n" + LARGE + "\r\nxyz\r\n")),
                Arguments.of(
                        "no length reset", Reply.bytes(UNTIL_CLOSED + LARGE).then(Reply.reset())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void breaks(String what, Reply reply) throws IOException {
        rig.cpu().script().next(reply);
        try (RawClient client = rig.client()) {
            client.send(Rig.query());
            assertThat(client.ending()).isEqualTo(RawClient.Ending.RESET);
        }
        assertThat(rig.ask(Rig.query()).status()).isEqualTo(200);
    }

    /** Longer than the idle time, and never idle. */
    @Test
    void anAnswerInDripsIsWhole() throws IOException {
        String body = "0123456789abcdef";
        rig.cpu()
                .script()
                .next(Reply.bytes("HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n")
                        .then(Reply.slowly(body, Duration.ofMillis(150))));
        assertThat(rig.ask(Rig.query()).text()).isEqualTo(body);
    }

    /** Much more than the gateway may hold, to a client that is slow at first: direct memory stays as it is. */
    @Test
    void aLargeAnswerTakesNoMemory() throws IOException {
        long size = 300_000_000L;
        rig.cpu().script().next(Reply.large(size));
        byte[] some = new byte[1_000_000];
        try (RawClient client = rig.client()) {
            client.send(Rig.query());
            Awaitility.await().until(() -> client.available() > 0);
            long before = direct();
            long most = before;
            for (long taken = 0, sampled = 0; taken < size; taken += client.read(some)) {
                if (taken - sampled > size / 20) {
                    sampled = taken;
                    most = Math.max(most, direct());
                }
            }
            assertThat(most - before).isLessThan(32_000_000);
        }
        assertThat(rig.ask(Rig.query()).status()).isEqualTo(200);
    }

    /** Bytes of the gateway outside its heap. */
    private static long direct() {
        Answer metrics = Http.get(rig.gateway().adminUrl() + "/metrics");
        return metrics.text()
                .lines()
                .filter(line -> line.startsWith("gateway_direct_memory_used_bytes"))
                .mapToLong(line -> (long) Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }

    /** One group hangs with every connection that its clients have; the other does not notice. */
    @Test
    void aSlowGroupDoesNotDisturbAnother() throws IOException {
        RawClient[] slow = new RawClient[100];
        Reply[] silences = new Reply[slow.length];
        java.util.Arrays.fill(silences, Reply.silence());
        rig.cpu().script().next(silences);
        int before = rig.cpu().requests().size();
        for (int i = 0; i < slow.length; i++) {
            slow[i] = rig.client();
            slow[i].send(Rig.query());
        }
        rig.cpu().awaitRequests(before + slow.length);
        try (RawClient client = rig.client()) {
            for (int i = 0; i < 50; i++) {
                long start = System.nanoTime();
                client.send(Rig.post(Rig.QUERY, Rig.MEM_QUERY));
                assertThat(client.answer().status()).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            }
        }
        for (RawClient client : slow) {
            client.close();
        }
    }
}
