package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;

/** When a client leaves, the backends that work for it see it within a second. */
class ClientLeavesIT {

    @TempDir
    static Path dir;

    private static Rig rig;

    private CountDownLatch gone;
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
        gone = new CountDownLatch(1);
        before = rig.cpu().requests().size();
    }

    private Reply noticing(Reply reply) {
        return with -> {
            try {
                reply.play(with);
            } finally {
                gone.countDown();
            }
        };
    }

    private void assertSeenSoon() throws InterruptedException {
        assertThat(gone.await(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void midway() throws IOException, InterruptedException {
        rig.cpu().script().next(noticing(Reply.endless()));
        try (RawClient client = rig.client()) {
            client.send(Rig.query());
            assertThat(client.read(new byte[100_000])).isPositive();
            assertThat(gone.getCount()).isOne();
        }
        assertSeenSoon();
    }

    /** The client does not read, so the gateway does not either. */
    @Test
    void whileNothingMoves() throws IOException, InterruptedException {
        rig.cpu().script().next(noticing(Reply.endless()));
        try (RawClient client = RawClient.connect(rig.gateway().url(), 4096)) {
            client.send(Rig.query());
            Awaitility.await().until(() -> client.available() > 0);
            assertThat(rig.ask(Rig.post(Rig.QUERY, Rig.MEM_QUERY)).status()).isEqualTo(200);
            assertThat(gone.getCount()).isOne();
        }
        assertSeenSoon();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void beforeTheHead(boolean reset) throws IOException, InterruptedException {
        rig.cpu().script().next(noticing(Reply.silence()));
        try (RawClient client = rig.client()) {
            client.send(Rig.query());
            rig.cpu().awaitRequests(before + 1);
            assertThat(gone.getCount()).isOne();
            if (reset) {
                client.reset();
            }
        }
        assertSeenSoon();
    }

    /** Requests that wait behind the one of the moment die with it. */
    @Test
    void withRequestsWaiting() throws IOException, InterruptedException {
        rig.cpu().script().next(noticing(Reply.silence()));
        int others = rig.mem().requests().size();
        try (RawClient client = rig.client()) {
            client.send(Rig.query() + Rig.post(Rig.QUERY, Rig.MEM_QUERY).repeat(10));
            rig.cpu().awaitRequests(before + 1);
        }
        assertSeenSoon();
        assertThat(rig.ask(Rig.query()).status()).isEqualTo(200);
        assertThat(rig.mem().requests()).hasSize(others);
    }

    @Test
    void everyShareOfASplitRequest() throws IOException, InterruptedException {
        gone = new CountDownLatch(2);
        rig.cpu().script().next(noticing(Reply.silence()));
        rig.mem()
                .script()
                .next(noticing(Reply.bytes("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{")
                        .then(Reply.silence())));
        int others = rig.mem().requests().size();
        String both = "{\"start_absolute\":1,\"metrics\":[{\"name\":\"cpu.a\"},{\"name\":\"mem.a\"}]}";
        try (RawClient client = rig.client()) {
            client.send(Rig.post(Rig.QUERY, both));
            rig.cpu().awaitRequests(before + 1);
            rig.mem().awaitRequests(others + 1);
            assertThat(gone.getCount()).isEqualTo(2);
        }
        assertSeenSoon();
    }
}
