package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** Requests for a group whose only backend is away: they wait, in their order and within limits, and are served when it is back. */
class HoldIT {

    private static final String WRITE = Rig.post(Rig.POINTS, "[{\"name\":\"cpu.a\"}]");
    private static final String ROLLUP = Rig.post("/api/v1/rollups", "{}");
    private static final Reply OK = Reply.json(200, "{}");

    @TempDir
    static Path dir;

    private static Rig rig;

    private final List<RawClient> clients = new ArrayList<>();

    @BeforeAll
    static void start() {
        rig = Rig.start(
                dir,
                "gateway.group.cpu.health.interval = 100ms",
                "gateway.group.cpu.hold.time = 30s",
                "gateway.group.cpu.hold.requests = 5",
                "gateway.group.cpu.hold.bytes = 100kB",
                "gateway.group.cpu.concurrency = 1",
                "gateway.group.cpu.timeout.first-byte = 2s",
                "gateway.group.mem.hold.time = 600ms");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void goesAway() throws IOException {
        assertThat(rig.ask(Rig.query()).status()).isEqualTo(200);
        rig.cpu().close();
    }

    @AfterEach
    void comesBack() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
        rig.cpu().script().always(OK);
    }

    /** Sends it, and waits until so many are held. */
    private RawClient hold(String raw, int held) throws IOException {
        RawClient client = rig.client();
        clients.add(client);
        client.send(raw);
        awaitHeld("cpu", held);
        return client;
    }

    private static void awaitHeld(String group, int count) {
        String gauge = "gateway_held_requests{group=\"" + group + "\"} " + count + ".0";
        Awaitility.await(gauge).until(() -> metrics().contains(gauge));
    }

    private static String metrics() {
        return Http.get(rig.gateway().adminUrl() + "/metrics").text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "write", "once"})
    void servedWhenTheOnlyBackendIsBack(String kind) throws IOException {
        String raw = kind.equals("read") ? Rig.query() : kind.equals("write") ? WRITE : ROLLUP;
        int before = rig.cpu().requests().size();
        RawClient client = hold(raw, 1);
        rig.cpu().accept();
        Answer answer = client.answer();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.all("X-Gateway-Attempts")).containsExactly("1");
        assertThat(rig.cpu().requests()).hasSize(before + 1);
    }

    /** One at a time, as its concurrency is one; a new request waits behind them. */
    @Test
    void servedInTheirOrder() throws IOException {
        int before = rig.cpu().requests().size();
        for (int i = 1; i <= 4; i++) {
            hold(Rig.query("X-Number: " + i), i);
        }
        CountDownLatch told = new CountDownLatch(1);
        rig.cpu().script().next(Reply.once(told).then(OK));
        rig.cpu().accept();
        rig.cpu().awaitRequests(before + 1);
        hold(Rig.query("X-Number: 5"), 4);
        assertThat(rig.cpu().requests()).hasSize(before + 1);
        told.countDown();
        for (RawClient client : clients) {
            assertThat(client.answer().status()).isEqualTo(200);
        }
        assertThat(rig.cpu().requests().subList(before, before + 5))
                .extracting(request -> request.header("X-Number").orElseThrow())
                .containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void noMoreThanSoMany() throws IOException {
        for (int i = 1; i <= 5; i++) {
            hold(Rig.query(), i);
        }
        assertFull(rig.ask(Rig.query()));
        rig.cpu().accept();
        for (RawClient client : clients) {
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void noMoreThanSoManyBytes() throws IOException {
        String large = Rig.post(Rig.QUERY, Rig.CPU_QUERY + " ".repeat(60_000));
        RawClient client = hold(large, 1);
        assertFull(rig.ask(large));
        hold(Rig.query(), 2);
        rig.cpu().accept();
        assertThat(client.answer().status()).isEqualTo(200);
    }

    private static void assertFull(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.all("Retry-After")).hasSize(1);
        assertThat(answer.text()).startsWith("{\"errors\":[\"group cpu: no backend can be asked, and");
    }

    @Test
    void noLongerThanSoLong() throws IOException {
        rig.mem().close();
        Answer answer = rig.ask(Rig.post(Rig.QUERY, Rig.MEM_QUERY));
        rig.mem().accept();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.all("Retry-After")).hasSize(1);
        assertThat(answer.text())
                .startsWith("{\"errors\":[\"group mem: no backend could be asked within 600ms; try again\"]");
        assertThat(metrics()).containsPattern("gateway_hold_expired_total\\{group=\"mem\"} [1-9]");
        rig.cpu().accept();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsSentForAClientThatLeft(boolean reset) throws IOException {
        int before = rig.cpu().requests().size();
        RawClient leaving = hold(Rig.query("X-Number: 1"), 1);
        RawClient staying = hold(Rig.query("X-Number: 2"), 2);
        if (reset) {
            leaving.reset();
        } else {
            leaving.close();
        }
        awaitHeld("cpu", 1);
        rig.cpu().accept();
        assertThat(staying.answer().status()).isEqualTo(200);
        assertThat(rig.cpu().requests().subList(before, rig.cpu().requests().size()))
                .extracting(request -> request.header("X-Number").orElseThrow())
                .containsExactly("2");
    }

    /** What it said last is no answer: it comes back, and gives one. */
    @Test
    void aDyingAnswerOfTheOnlyBackendIsNotTheClients() throws IOException {
        rig.cpu().accept();
        rig.cpu().script().next(Reply.json(500, "{\"errors\":[\"Database is already closed\"]}"));
        Answer answer = rig.ask(WRITE);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.all("X-Gateway-Attempts")).containsExactly("2");
    }

    /** Nobody is asked behind the others' back while the first one is at work. */
    @Test
    void aDrainingAnswerOfTheOnlyBackendIsWaitedOut() throws IOException {
        rig.cpu().accept();
        rig.cpu().script().next(Reply.json(503, "{\"status\":\"warn\",\"message\":\"node is Syncing\"}"));
        Answer answer = rig.ask(ROLLUP);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** A gateway that is told to stop still serves what waits, as long as its grace lasts. */
    @Test
    void servedByAGatewayThatStops(@TempDir Path own) throws IOException {
        rig.cpu().accept();
        try (ScriptedBackend cpu = ScriptedBackend.start();
                ScriptedBackend mem = ScriptedBackend.start()) {
            cpu.refuse();
            String properties = Rig.properties(cpu, mem, "gateway.group.cpu.hold.time = 30s");
            try (GatewayProcess gateway = GatewayProcess.startUnready(own, properties);
                    RawClient client = RawClient.connect(gateway.url())) {
                client.send(Rig.query());
                Awaitility.await().until(() -> Http.get(gateway.adminUrl() + "/metrics")
                        .text()
                        .contains("gateway_held_requests{group=\"cpu\"} 1.0"));
                gateway.signal("TERM");
                Awaitility.await().until(() -> gateway.log().contains("takes no connections any more"));
                cpu.accept();
                assertThat(client.answer().status()).isEqualTo(200);
            }
        }
    }
}
