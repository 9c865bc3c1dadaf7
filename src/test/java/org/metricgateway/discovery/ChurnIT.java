package org.metricgateway.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.Http;
import org.metricgateway.support.NameServer;
import org.metricgateway.support.NameServer.Type;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** A service whose servers come and go while it is asked. */
class ChurnIT {

    private static final String SERVICE = "_http._tcp.db.test";
    private static final int CLIENTS = 8;
    private static final String BODY = "{\"start_absolute\":1,\"metrics\":[{\"name\":\"cpu.user\"}]}";
    private static final String REQUEST =
            "POST /api/v1/datapoints/query HTTP/1.1\r\nHost: gateway.test\r\nContent-Length: " + BODY.length()
                    + "\r\n\r\n" + BODY;

    @TempDir
    Path dir;

    private final NameServer names = NameServer.start();
    private final List<ScriptedBackend> backends =
            Stream.generate(ScriptedBackend::start).limit(4).toList();
    private Looking looking;

    @BeforeEach
    void start() {
        names.host("host.test", Type.A, "127.0.0.1");
        serve(0, 1, 2, 3);
        looking = Looking.at(dir, names, "srv:" + SERVICE);
        looking.awaitMembers(addresses(0, 1, 2, 3));
        looking.awaitReady();
    }

    @AfterEach
    void stop() {
        try (names;
                Looking over = looking) {
            backends.forEach(ScriptedBackend::close);
            assertThat(over.gateway().log()).doesNotContain("ERROR");
        }
    }

    private void serve(int... which) {
        names.service(
                SERVICE,
                IntStream.of(which)
                        .mapToObj(one -> "1 1 " + backends.get(one).port() + " host.test")
                        .toArray(String[]::new));
    }

    private String[] addresses(int... which) {
        return IntStream.of(which)
                .mapToObj(one -> "127.0.0.1:" + backends.get(one).port())
                .toArray(String[]::new);
    }

    @Test
    void noRequestNoticesWhoComesAndGoes() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(CompletableFuture.runAsync(() -> askUntil(over, statuses)));
        }
        int[][] sets = {{0, 1}, {2, 3}, {1}, {0, 2, 3}, {3}, {0, 1, 2, 3}, {2}};
        for (int round = 0; round < 50; round++) {
            serve(sets[round % sets.length]);
            // Either is in time: it is known, or asked for, ten times a second.
            looking.awaitQuestions(2);
        }
        over.countDown();
        CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        assertThat(statuses).hasSizeGreaterThan(CLIENTS * 50).containsOnly(200);
        assertThat(backends)
                .allSatisfy(backend -> assertThat(backend.requests()).hasSizeGreaterThan(10));
        assertNothingIsLeft();
    }

    private void askUntil(CountDownLatch over, Queue<Integer> statuses) {
        try (RawClient client = RawClient.connect(looking.gateway().url())) {
            while (over.getCount() > 0) {
                statuses.add(client.send(REQUEST).answer().status());
            }
        } catch (java.io.IOException e) {
            statuses.add(-1);
        }
    }

    private void assertNothingIsLeft() {
        serve(0);
        looking.awaitMembers(addresses(0));
        Awaitility.await().atMost(Looking.PATIENCE).untilAsserted(() -> assertThat(metrics())
                .noneMatch(line -> line.contains(addresses(3)[0])));
        assertThat(metrics()).anyMatch(line -> line.contains(addresses(0)[0]));
        Awaitility.await().atMost(Looking.PATIENCE).until(() -> backends.get(3).openConnections() == 0);
    }

    private List<String> metrics() {
        return Http.get(looking.gateway().adminUrl() + "/metrics")
                .text()
                .lines()
                .toList();
    }

    @Test
    void whoLeavesFinishesItsAnswer() throws Exception {
        serve(0);
        looking.awaitMembers(addresses(0));
        CountDownLatch told = new CountDownLatch(1);
        backends.get(0).script().next(Reply.once(told).then(Reply.json(200, "{\"queries\":[]}")));
        CompletableFuture<Answer> slow = CompletableFuture.supplyAsync(looking::ask);
        backends.get(0).awaitRequests(1);
        serve(1);
        looking.awaitMembers(addresses(1));
        assertThat(looking.ask().status()).isEqualTo(200);
        assertThat(backends.get(1).requests()).hasSize(1);
        told.countDown();
        assertThat(slow.get(20, TimeUnit.SECONDS).text()).isEqualTo("{\"queries\":[]}");
        // Nobody will ask it again: its connection is not kept.
        backends.get(0).awaitPeerGone();
    }
}
