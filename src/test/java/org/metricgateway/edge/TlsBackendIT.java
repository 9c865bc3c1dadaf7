package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.RawClient;

/** Backends that speak TLS: asked only if their certificate bears their name and is signed by somebody trusted. */
class TlsBackendIT {

    @TempDir
    static Path dir;

    private static TlsServer good;
    private static TlsServer otherName;
    private static TlsServer otherSigner;
    /** Once the gateway knows it, somebody silent listens in its place. */
    private static TlsServer gone;

    private static Rig rig;

    @BeforeAll
    static void start() throws Exception {
        good = TlsServer.start(dir.resolve("good.p12"), "ip:127.0.0.1,dns:localhost");
        otherName = TlsServer.start(dir.resolve("name.p12"), "dns:elsewhere.test");
        otherSigner = TlsServer.start(dir.resolve("signer.p12"), "ip:127.0.0.1");
        gone = TlsServer.start(dir.resolve("gone.p12"), "ip:127.0.0.1");
        rig = Rig.start(
                dir,
                "gateway.group.good.urls = https://127.0.0.1:" + good.port(),
                "gateway.group.good.tls.ca = " + good.certificate(),
                "gateway.group.named.urls = https://localhost:" + good.port() + "/base",
                "gateway.group.named.tls.ca = " + good.certificate(),
                "gateway.group.name.urls = https://127.0.0.1:" + otherName.port(),
                "gateway.group.name.tls.ca = " + otherName.certificate(),
                "gateway.group.signer.urls = https://127.0.0.1:" + otherSigner.port(),
                "gateway.group.signer.tls.ca = " + good.certificate(),
                "gateway.group.system.urls = https://127.0.0.1:" + good.port(),
                "gateway.group.silent.urls = https://127.0.0.1:" + gone.port(),
                "gateway.group.silent.tls.ca = " + gone.certificate(),
                "gateway.group.silent.timeout.connect = 400ms",
                "gateway.group.silent.health.interval = 1h",
                "gateway.ready.groups = good, named, silent",
                "gateway.rule.3 = ^good[.] -> good",
                "gateway.rule.4 = ^named[.] -> named",
                "gateway.rule.5 = ^name[.] -> name",
                "gateway.rule.6 = ^signer[.] -> signer",
                "gateway.rule.7 = ^system[.] -> system",
                "gateway.rule.8 = ^silent[.] -> silent");
    }

    @AfterAll
    static void stop() throws IOException {
        rig.close();
        good.close();
        otherName.close();
        otherSigner.close();
    }

    private static String query(String group) {
        return Rig.post(Rig.QUERY, Rig.CPU_QUERY.replace("cpu.", group + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"good", "named"})
    void areAsked(String group) throws IOException {
        try (RawClient client = rig.client()) {
            for (int i = 0; i < 3; i++) {
                Answer answer = client.send(query(group)).answer();
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                assertThat(answer.body()).hasSize(TlsServer.SIZE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "signer", "system"})
    void areNotAsked(String group) throws IOException {
        int asked = good.requests() + otherName.requests() + otherSigner.requests();
        Answer answer = rig.ask(query(group));
        // Their probes fail already.
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text())
                .startsWith("{\"errors\":[\"group " + group + ": ")
                .doesNotContain("127.0.0.1");
        assertThat(good.requests() + otherName.requests() + otherSigner.requests())
                .isEqualTo(asked);
    }

    @Test
    void mustShakeHandsInTime() throws IOException {
        gone.close();
        try (ServerSocket silent = new ServerSocket(gone.port(), 50, InetAddress.getLoopbackAddress())) {
            assertThat(silent.isBound()).isTrue();
            long start = System.nanoTime();
            assertThat(rig.ask(query("silent")).status()).isEqualTo(502);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(300), Duration.ofSeconds(3));
        }
    }
}
