package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.Http;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** A backend that stops in the middle of its work, as a stopped process does: its port takes connections, and nothing comes. */
class DownIT {

    private static final Reply OK = Reply.json(200, "{}");

    @TempDir
    static Path dir;

    private static Rig rig;
    private static ScriptedBackend second;

    @BeforeAll
    static void start() {
        ScriptedBackend first = ScriptedBackend.start();
        second = ScriptedBackend.start();
        rig = Rig.start(
                dir,
                first,
                ScriptedBackend.start(),
                "gateway.group.cpu.urls = " + first.url() + ", " + second.url(),
                "gateway.group.cpu.balance = first-available",
                "gateway.group.cpu.slow-start = 0s",
                "gateway.group.cpu.hold.time = 30s",
                "gateway.group.cpu.health.interval = 100ms",
                "gateway.group.cpu.health.timeout = 100ms");
    }

    @AfterAll
    static void stop() {
        rig.close();
        second.close();
    }

    @BeforeEach
    void areWell() {
        Stream.of(rig.cpu(), second).forEach(backend -> {
            backend.script().always(OK);
            backend.script().probes(Reply.noContent());
        });
        await("both to be active", "gateway_backends{group=\"cpu\",health=\"active\"} 2.0");
    }

    private static void await(String what, String sample) {
        Awaitility.await(what)
                .until(() ->
                        Http.get(rig.gateway().adminUrl() + "/metrics").text().contains(sample));
    }

    /** Sends a request to a backend that stops as soon as it has it. */
    private static void stopsWith(RawClient client, String raw, ScriptedBackend backend) throws IOException {
        int before = backend.requests().size();
        backend.script().always(Reply.silence());
        client.send(raw);
        backend.awaitRequests(before + 1);
        backend.script().probes(Reply.silence());
    }

    /** Long before the time for the first byte is over, which is two minutes. */
    @Test
    void whatItHasNotBegunToAnswerIsAskedForElsewhere() throws IOException {
        try (RawClient client = rig.client()) {
            stopsWith(client, Rig.query(), rig.cpu());
            Answer answer = client.answer();
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.all("X-Gateway-Attempts")).containsExactly("2");
        }
    }

    @Test
    void whatMustNotBeRepeatedFails() throws IOException {
        int before = second.requests().size();
        try (RawClient client = rig.client()) {
            stopsWith(client, Rig.post("/api/v1/rollups", "{}"), rig.cpu());
            Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.text()).contains("its backend went down before it answered");
        }
        assertThat(second.requests()).hasSize(before);
    }

    /** One after the other, with the request; it waits until one of them is back. */
    @Test
    void allOfThemStop() throws IOException {
        second.script().always(Reply.silence());
        int before = second.requests().size();
        try (RawClient client = rig.client()) {
            stopsWith(client, Rig.query(), rig.cpu());
            second.awaitRequests(before + 1);
            second.script().probes(Reply.silence());
            await("the request to be held", "gateway_held_requests{group=\"cpu\"} 1.0");
            second.script().always(OK);
            second.script().probes(Reply.noContent());
            Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.all("X-Gateway-Attempts")).containsExactly("3");
        }
    }

    /** An answer that has begun goes on as long as it comes. */
    @Test
    void whatItHasBegunToAnswerGoesOn() throws IOException {
        rig.cpu().script().always(Reply.endless());
        try (RawClient client = rig.client()) {
            client.send(Rig.query());
            assertThat(client.read(new byte[100_000])).isPositive();
            rig.cpu().script().probes(Reply.silence());
            int before = second.requests().size();
            Awaitility.await("the second one to be asked").until(() -> {
                try (RawClient other = rig.client()) {
                    other.send(Rig.query());
                    other.read(new byte[1]);
                }
                return second.requests().size() > before;
            });
            byte[] more = new byte[1_000_000];
            for (int taken = 0; taken < 20_000_000; ) {
                int count = client.read(more);
                assertThat(count).isPositive();
                taken += count;
            }
        }
    }
}
