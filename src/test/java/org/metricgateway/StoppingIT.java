package org.metricgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** SIGTERM: what is in flight is finished, nobody is answered by a closed connection, and the status is 0. */
class StoppingIT {

    private static final String ASK = "GET /health HTTP/1.1\r\nHost: gateway\r\n\r\n";

    @TempDir
    Path dir;

    private ScriptedBackend backend;
    private GatewayProcess gateway;

    @BeforeEach
    void startBackend() {
        backend = ScriptedBackend.start();
    }

    @AfterEach
    void end() {
        if (gateway != null) {
            gateway.close();
        }
        backend.close();
    }

    @Test
    void isDoneAtOnceWhenNobodyEverCame() throws IOException {
        start("gateway.shutdown.grace = 10m");
        assertThat(gateway.stop()).isZero();
    }

    @Test
    void finishesWhatIsInFlightAndTakesNothingNew() throws IOException {
        start("gateway.shutdown.grace = 10m");
        CountDownLatch told = new CountDownLatch(1);
        backend.script().always(Reply.once(told).then(Reply.json(200, "{\"late\":true}")));
        try (RawClient client = RawClient.connect(gateway.url()).send(query())) {
            backend.awaitRequests(1);
            CompletableFuture<Integer> status = CompletableFuture.supplyAsync(gateway::stop);
            awaitUnready();
            awaitUnbound();
            told.countDown();
            Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("{\"late\":true}");
            assertThat(answer.header("connection")).contains("close");
            assertThat(status.join()).isZero();
        }
    }

    @Test
    void answersKeptConnectionsWithTheWordThatTheyEnd() throws IOException {
        start("gateway.shutdown.grace = 10m");
        backend.script().always(Reply.silence());
        try (RawClient kept = RawClient.connect(gateway.url()).send(ASK);
                RawClient waiting = RawClient.connect(gateway.url()).send(query())) {
            assertThat(kept.answer().header("connection")).isEmpty();
            backend.awaitRequests(1);
            CompletableFuture<Integer> status = CompletableFuture.supplyAsync(gateway::stop);
            awaitUnbound();
            Answer answer = kept.send(ASK).answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("connection")).contains("close");
            waiting.reset();
            assertThat(status.join()).isZero();
        }
    }

    @Test
    void servesNewConnectionsDuringTheDelay() throws IOException {
        start("gateway.shutdown.delay = 3s");
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(gateway::stop);
        awaitUnready();
        try (RawClient client = RawClient.connect(gateway.url()).send(ASK)) {
            Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("connection")).contains("close");
        }
        assertThat(status.join()).isZero();
    }

    @Test
    void refusesWhatIsStillUnansweredWhenTheGraceIsOver() throws IOException {
        start("gateway.shutdown.grace = 300ms");
        backend.script().always(Reply.silence());
        try (RawClient client = RawClient.connect(gateway.url()).send(query())) {
            backend.awaitRequests(1);
            CompletableFuture<Integer> status = CompletableFuture.supplyAsync(gateway::stop);
            Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text()).contains("gateway.shutdown.grace");
            assertThat(answer.header("retry-after")).isPresent();
            backend.awaitPeerGone();
            assertThat(status.join()).isZero();
        }
    }

    @Test
    void resetsWhatHasAPartOfItsAnswerWhenTheGraceIsOver() throws IOException {
        start("gateway.shutdown.grace = 300ms");
        backend.script().always(Reply.endless());
        try (RawClient client = RawClient.connect(gateway.url()).send(query())) {
            backend.awaitRequests(1);
            CompletableFuture<Integer> status = CompletableFuture.supplyAsync(gateway::stop);
            assertThat(client.ending()).isEqualTo(RawClient.Ending.RESET);
            assertThat(status.join()).isZero();
        }
    }

    @Test
    void endsAtOnceWhenToldTwice() throws IOException {
        start("gateway.shutdown.grace = 10m");
        backend.script().always(Reply.silence());
        try (RawClient client = RawClient.connect(gateway.url()).send(query())) {
            backend.awaitRequests(1);
            gateway.signal("TERM");
            awaitUnbound();
            assertThat(gateway.stop()).isEqualTo(128 + 15);
            assertThat(client.ending()).isNotNull();
        }
    }

    private void start(String property) {
        gateway = GatewayProcess.start(
                dir,
                "gateway.group.all.urls = %s\ngateway.default-group = all\n%s\n".formatted(backend.url(), property));
    }

    private static String query() {
        String body = "{\"start_absolute\":1,\"metrics\":[{\"name\":\"cpu\"}]}";
        return "POST /api/v1/datapoints/query HTTP/1.1\r\nHost: gateway\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    private void awaitUnready() {
        await("readyz says no").until(() -> Http.answers(gateway.adminUrl() + "/readyz", 503));
    }

    private void awaitUnbound() {
        await("the port is unbound").ignoreExceptions().untilAsserted(() -> Assertions.assertThatThrownBy(
                        () -> RawClient.connect(gateway.url()).close())
                .isInstanceOf(ConnectException.class));
    }
}
