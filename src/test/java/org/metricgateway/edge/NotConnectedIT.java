package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** Backends that cannot be reached, and deadlines. */
class NotConnectedIT {

    @TempDir
    static Path dir;

    private static Rig rig;
    private static ScriptedBackend second;

    /** After a probe it takes no more connections: packets to it are lost. */
    private static ServerSocket full;

    private static final List<Socket> WAITING = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ScriptedBackend cpu = ScriptedBackend.start();
        ScriptedBackend mem = ScriptedBackend.start();
        second = ScriptedBackend.start();
        new Thread(NotConnectedIT::answerProbe, "probed").start();
        rig = Rig.start(
                dir,
                cpu,
                mem,
                "gateway.group.mem.urls = " + mem.url() + ", " + second.url(),
                "gateway.group.lost.urls = http://127.0.0.1:" + full.getLocalPort(),
                "gateway.group.lost.timeout.connect = 300ms",
                "gateway.group.lost.health.interval = 1h",
                "gateway.group.mem.timeout.deadline = 700ms",
                "gateway.rule.3 = ^lost[.] -> lost",
                "gateway.ready.groups = cpu, mem, lost");
        while (WAITING.stream().allMatch(Socket::isConnected)) {
            WAITING.add(connecting());
        }
    }

    private static void answerProbe() {
        try (Socket probe = full.accept()) {
            probe.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            probe.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket connecting() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(full.getLocalSocketAddress(), 300);
        } catch (SocketTimeoutException e) {
            // It is full now.
        }
        return socket;
    }

    @AfterAll
    static void stop() throws IOException {
        for (Socket socket : WAITING) {
            socket.close();
        }
        full.close();
        second.close();
        rig.close();
    }

    @Test
    void refusedByTheOnlyBackend() throws IOException {
        rig.cpu().close();
        Answer answer = rig.ask(Rig.query());
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text()).startsWith("{\"errors\":[\"group cpu: ");
        rig.cpu().accept();
    }

    @Test
    void refusedByOneOfTwo() throws IOException {
        second.refuse();
        int before = rig.mem().requests().size();
        for (int i = 0; i < 6; i++) {
            assertThat(rig.ask(Rig.post(Rig.QUERY, Rig.MEM_QUERY)).status()).isEqualTo(200);
            assertThat(rig.ask(Rig.post(Rig.POINTS, "[{\"name\":\"mem.a\"}]")).status())
                    .isEqualTo(200);
        }
        assertThat(rig.mem().requests()).hasSize(before + 12);
        second.accept();
    }

    @Test
    void notConnectedInTime() throws IOException {
        long start = System.nanoTime();
        Answer answer = rig.ask(Rig.post(Rig.QUERY, Rig.CPU_QUERY.replace("cpu.", "lost.")));
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text()).startsWith("{\"errors\":[\"group lost: ");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(250), Duration.ofSeconds(2));
    }

    /** The deadline is the request's, not the attempt's. */
    @Test
    void notBeforeTheDeadline() throws IOException {
        rig.mem().script().always(Reply.silence());
        second.script().always(Reply.silence());
        Answer answer = rig.ask(Rig.post(Rig.QUERY, Rig.MEM_QUERY));
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.text()).startsWith("{\"errors\":[\"group mem: ");
        rig.mem().script().always(Reply.json(200, "{}"));
        second.script().always(Reply.json(200, "{}"));
    }
}
