package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;

/** Requests that are sent before the one before them is answered. */
class PipeliningIT {

    private static final int MANY = 200;

    private static final int EVER = 1_000;

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

    private static String numbered(int i) {
        String query = i % 2 == 0 ? Rig.CPU_QUERY : Rig.MEM_QUERY;
        return Rig.post(Rig.QUERY, query, "X-Request-Id: n" + i);
    }

    private static void assertNumbered(Answer answer, int i) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.all("X-Request-Id")).containsExactly("n" + i);
        assertThat(answer.text()).isEqualTo("{}");
    }

    @Test
    void areAnsweredInOrder() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            all.append(numbered(i));
        }
        try (RawClient client = rig.client()) {
            client.send(all.toString());
            for (int i = 0; i < MANY; i++) {
                assertNumbered(client.answer(), i);
            }
        }
    }

    /** Each segment ends the body of one request and begins the next. */
    @Test
    void comeInAnySegments() throws IOException {
        String both = numbered(0) + numbered(1);
        int first = numbered(0).length();
        try (RawClient client = rig.client()) {
            for (int at : new int[] {first - 1, first, first + 1, first + 40}) {
                client.send(both.substring(0, at)).send(both.substring(at));
                assertNumbered(client.answer(), 0);
                assertNumbered(client.answer(), 1);
            }
        }
    }

    @Test
    void waitForASlowOne() throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        int before = rig.mem().requests().size();
        rig.cpu().script().next(Reply.once(told).then(Reply.json(200, "{}")));
        try (RawClient client = rig.client()) {
            client.send(numbered(0) + numbered(1));
            assertThat(rig.ask(Rig.post(Rig.QUERY, Rig.MEM_QUERY)).status()).isEqualTo(200);
            assertThat(rig.mem().requests()).hasSize(before + 1);
            told.countDown();
            assertNumbered(client.answer(), 0);
            assertNumbered(client.answer(), 1);
        }
    }

    @Test
    void goodOnesAreAnsweredBeforeABadOneIsRefused() throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        rig.cpu().script().next(Reply.once(told).then(Reply.json(200, "{}")));
        String folded = "GET / HTTP/1.1\r\nHost: h\r\nX-A: a\r\n b\r\n\r\n";
        try (RawClient client = rig.client()) {
            client.send(numbered(0) + folded + numbered(1));
            rig.cpu().awaitRequests(1);
            told.countDown();
            assertNumbered(client.answer(), 0);
            assertThat(client.answer().status()).isEqualTo(400);
            assertThat(client.ending()).isEqualTo(RawClient.Ending.CLOSED);
        }
    }

    @Test
    void endWithTheOneThatSaysSo() throws IOException {
        int before = rig.mem().requests().size();
        try (RawClient client = rig.client()) {
            client.send(Rig.query("Connection: close") + numbered(1));
            assertThat(client.answer().all("Connection")).containsExactly("close");
            assertThat(client.ending()).isEqualTo(RawClient.Ending.CLOSED);
        }
        assertThat(rig.mem().requests()).hasSize(before);
    }

    /** What waits for a slow answer is bounded: past it, the gateway does not read. */
    @Test
    void stopAtABound() throws IOException {
        rig.cpu().script().next(Reply.silence());
        String heavy = Rig.get("/health?" + "x".repeat(60_000));
        AtomicInteger sent = new AtomicInteger();
        try (RawClient client = rig.client()) {
            client.send(numbered(0));
            Thread writer = new Thread(() -> writeAll(client, heavy, sent));
            writer.start();
            AtomicInteger before = new AtomicInteger(-1);
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> sent.get() > 0 && before.getAndSet(sent.get()) == sent.get());
            // More than the buffers of both sockets and the gateway's own.
            assertThat(sent).hasValueLessThan(EVER);
        }
    }

    private static void writeAll(RawClient client, String request, AtomicInteger sent) {
        try {
            while (sent.get() < EVER) {
                client.send(request);
                sent.incrementAndGet();
            }
        } catch (IOException e) {
            // The test closes its client.
        }
    }
}
