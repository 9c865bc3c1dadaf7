package org.metricgateway.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScriptedBackendTest {

    private static final String GET = "GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String POST = "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
    private static final String CHUNKED =
            "POST /b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    private static final String HALF = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc";

    private ScriptedBackend backend;
    private RawClient client;

    @BeforeEach
    void connect() throws IOException {
        backend = ScriptedBackend.start();
        client = RawClient.connect(backend.url());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        backend.close();
    }

    @Test
    void answersPipelinedRequestsInOrderAndRemembersThem() throws IOException {
        backend.script().next(Reply.json(200, "1"), Reply.noContent(), Reply.json(404, "3"));
        client.send(GET + POST + CHUNKED);
        assertThat(client.answer().text()).isEqualTo("1");
        assertThat(client.answer().status()).isEqualTo(204);
        assertThat(client.answer().status()).isEqualTo(404);
        assertThat(backend.requests()).extracting(Request::text).containsExactly("", "abc", "abcde");
        assertThat(backend.requests()).extracting(Request::target).containsExactly("/a?b=c", "/a", "/b");
        assertThat(backend.connections()).isEqualTo(1);
    }

    @Test
    void resetsBeforeTheHead() throws IOException {
        backend.script().next(Reply.reset());
        assertThat(client.send(GET).ending()).isEqualTo(RawClient.Ending.RESET);
    }

    @Test
    void resetsInTheMiddleOfABody() {
        backend.script().next(Reply.bytes(HALF).then(Reply.reset()));
        assertThatThrownBy(() -> client.send(GET).answer()).isInstanceOf(IOException.class);
    }

    @Test
    void closesInTheMiddleOfABody() {
        backend.script().next(Reply.bytes(HALF).then(Reply.close()));
        assertThatThrownBy(() -> client.send(GET).answer())
                .isInstanceOf(EOFException.class)
                .hasMessageContaining("3 of 100");
    }

    @Test
    void resetsOnceTheHeadOfARequestIsThere() throws IOException {
        backend.script().atHead(Reply.reset());
        assertThat(client.send(POST).ending()).isEqualTo(RawClient.Ending.RESET);
        assertThat(backend.requests()).isEmpty();
    }

    @Test
    void answersByteByByte() throws IOException {
        backend.script().next(Reply.slowly("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", Duration.ofMillis(1)));
        assertThat(client.send(GET).answer().text()).isEqualTo("x");
    }

    @Test
    void answersWhenTold() throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        backend.script().next(Reply.once(told).then(Reply.json(200, "now")));
        client.send(GET);
        backend.awaitRequests(1);
        told.countDown();
        assertThat(client.answer().text()).isEqualTo("now");
    }

    @Test
    void seesAPeerLeaveThatWasNeverAnswered() throws IOException {
        backend.script().next(Reply.silence());
        client.send(GET);
        backend.awaitRequests(1);
        client.close();
        backend.awaitPeerGone();
    }

    @Test
    void seesAPeerLeaveInTheMiddleOfAnEndlessBody() throws IOException {
        backend.script().next(Reply.endless());
        assertThat(client.send(GET).read(new byte[100])).isPositive();
        client.reset();
        backend.awaitPeerGone();
    }

    @Test
    void sendsALargeBodyWhole() throws IOException {
        backend.script().next(Reply.large(10_000_001));
        assertThat(client.send(GET).answer().body()).hasSize(10_000_001);
    }

    @Test
    void refusesAndAcceptsAgain() throws IOException {
        backend.refuse();
        assertThatThrownBy(() -> RawClient.connect(backend.url())).isInstanceOf(ConnectException.class);
        backend.accept();
        try (RawClient other = RawClient.connect(backend.url())) {
            assertThat(other.send(GET).answer().status()).isEqualTo(200);
        }
    }
}
