package org.metricgateway.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.Message;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** A thousand requests at once at a group that takes fifty, in a gateway with less memory than they fill. */
class OverloadIT {

    private static final int CLIENTS = 1000;
    private static final int TAKEN = 50;
    private static final int HELD = 100;

    /** 32 KiB: a thousand of them are half of the heap, and more than the gateway takes into memory. */
    private static final String BODY = "[{\"name\":\"cpu\",\"timestamp\":1,\"value\":1,\"tags\":{\"host\":\"%s\"}}]"
            .formatted("h".repeat(32 * 1024));

    private static final String WRITE = Message.post("/api/v1/datapoints", BODY);

    @TempDir
    Path dir;

    private final List<RawClient> clients = new ArrayList<>();
    private final ScriptedBackend first = ScriptedBackend.start();
    private final ScriptedBackend second = ScriptedBackend.start();
    private GatewayProcess gateway;

    @BeforeEach
    void start() {
        gateway = GatewayProcess.startUnready(
                dir,
                """
                gateway.group.cpu.urls = %s, %s
                gateway.group.cpu.concurrency = %d
                gateway.group.cpu.hold.time = 30s
                gateway.group.cpu.hold.requests = %d
                gateway.default-group = cpu
                """.formatted(first.url(), second.url(), TAKEN / 2, HELD),
                "-Xmx64m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError");
    }

    @AfterEach
    void stop() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
        gateway.close();
        first.close();
        second.close();
    }

    @Test
    void theRestIsRefusedAtOnceAndItRecovers() throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        first.script().always(Reply.once(told).then(Reply.noContent()));
        second.script().always(Reply.once(told).then(Reply.noContent()));
        connect(CLIENTS);
        List<RawClient> taken = ask(clients.subList(0, TAKEN));
        first.awaitRequests(TAKEN / 2);
        second.awaitRequests(TAKEN / 2);
        for (RawClient client : ask(clients.subList(TAKEN, CLIENTS))) {
            assertRefused(client.answer());
        }
        told.countDown();
        for (RawClient client : taken) {
            assertThat(client.answer().status()).isEqualTo(204);
        }
        await("all is as before").atMost(Duration.ofSeconds(1)).until(this::takesAsManyAgain);
        assertThat(first.requests().size() + second.requests().size()).isGreaterThanOrEqualTo(2 * TAKEN);
        await("nothing is left").until(() -> meter("gateway_requests_in_flight") + meter("gateway_held_bytes") == 0);
    }

    @Test
    void whileNobodyIsThereSomeAreHeldAndServedNoFasterThanItTakesThem() throws IOException {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        first.script().always(busily(atOnce, most));
        first.refuse();
        second.close();
        await("nobody to ask")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Http.answers(gateway.adminUrl() + "/readyz", 503));
        connect(CLIENTS);
        List<RawClient> held = ask(clients.subList(0, HELD));
        await("so many are held").until(() -> meter("gateway_held_requests") == HELD);
        for (RawClient client : ask(clients.subList(HELD, CLIENTS))) {
            assertRefused(client.answer());
        }
        first.accept();
        for (RawClient client : held) {
            assertThat(client.answer().status()).isEqualTo(204);
        }
        assertThat(first.requests()).hasSize(HELD);
        assertThat(most).hasValueBetween(2, TAKEN / 2);
    }

    private static Reply busily(AtomicInteger atOnce, AtomicInteger most) {
        return with -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            with.peerLeavesWithin(Duration.ofMillis(20));
            atOnce.decrementAndGet();
            with.write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        };
    }

    /** The first that has this name. */
    private double meter(String name) {
        return Http.get(gateway.adminUrl() + "/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private void connect(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            clients.add(RawClient.connect(gateway.url()));
        }
    }

    private static List<RawClient> ask(List<RawClient> clients) throws IOException {
        for (RawClient client : clients) {
            client.send(WRITE);
        }
        return clients;
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(429, 503);
        assertThat(answer.all("Retry-After")).hasSize(1);
    }

    private boolean takesAsManyAgain() throws IOException {
        boolean all = true;
        for (RawClient client : ask(clients.subList(0, TAKEN))) {
            all &= client.answer().status() == 204;
        }
        return all;
    }
}
