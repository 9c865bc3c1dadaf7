package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;

/** What the gateway takes at most, here little. */
class LimitsIT {

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

    private static void assertBusy(Answer answer, String key) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.all("Retry-After")).hasSize(1);
        assertThat(answer.text()).startsWith("{\"errors\":[\"").contains(key);
        assertThat(answer.all("Access-Control-Allow-Origin")).containsExactly("*");
    }

    @Test
    void requestsInFlight() throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        Reply held = Reply.once(told).then(Reply.json(200, "{}"));
        rig.mem().script().next(held, held, held);
        int before = rig.mem().requests().size();
        String request = Rig.post(Rig.QUERY, Rig.MEM_QUERY);
        try (RawClient a = rig.client();
                RawClient b = rig.client();
                RawClient c = rig.client();
                RawClient d = rig.client()) {
            a.send(request);
            b.send(request);
            c.send(request);
            rig.mem().awaitRequests(before + 3);
            assertBusy(d.send(request).answer(), "gateway.limit.requests");
            assertBusy(d.send(request).answer(), "gateway.limit.requests");
            assertExpectationRefused(d);
            told.countDown();
            assertThat(a.answer().status()).isEqualTo(200);
            assertThat(b.answer().status()).isEqualTo(200);
            assertThat(c.answer().status()).isEqualTo(200);
        }
        assertThat(rig.ask(request).status()).isEqualTo(200);
    }

    /** Who asks whether to send is told not to. */
    private static void assertExpectationRefused(RawClient client) throws IOException {
        client.send("POST " + Rig.QUERY + " HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n");
        assertBusy(client.answer(), "gateway.limit.requests");
    }

    @Test
    void bytesHeld() throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        Reply held = Reply.once(told).then(Reply.json(200, "{}"));
        rig.mem().script().next(held, held);
        int before = rig.mem().requests().size();
        String request = Rig.post(Rig.QUERY, Rig.MEM_QUERY + " ".repeat(BODY - Rig.MEM_QUERY.length()));
        try (RawClient a = rig.client();
                RawClient b = rig.client();
                RawClient c = rig.client()) {
            a.send(request);
            b.send(request);
            rig.mem().awaitRequests(before + 2);
            assertBusy(c.send(request).answer(), "gateway.limit.bytes");
            assertThat(c.send(Rig.query()).answer().status()).isEqualTo(200);
            told.countDown();
            assertThat(a.answer().status()).isEqualTo(200);
            assertThat(b.answer().status()).isEqualTo(200);
            assertThat(c.send(request).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void connections() throws IOException {
        Deque<RawClient> served = new ArrayDeque<>();
        Answer last = open(served);
        while (last.status() == 200) {
            last = open(served);
        }
        RawClient refused = served.removeLast();
        assertBusy(last, "gateway.limit.connections");
        assertThat(last.all("Connection")).containsExactly("close");
        assertThat(refused.ending()).isEqualTo(RawClient.Ending.CLOSED);
        // The others are those of the tests before, and of the wait for the start.
        assertThat(served).hasSizeBetween(1, 8);
        assertThat(served.getFirst().send(Rig.query()).answer().status()).isEqualTo(200);
        for (RawClient client : served) {
            client.close();
        }
        Awaitility.await().until(() -> rig.ask(Rig.query()).status() == 200);
    }

    private static Answer open(Deque<RawClient> clients) throws IOException {
        clients.add(rig.client());
        return clients.getLast().send(Rig.query()).answer();
    }
}
