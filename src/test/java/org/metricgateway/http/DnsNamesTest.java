package org.metricgateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.metricgateway.discovery.Names.Service;
import org.metricgateway.support.Configured;
import org.metricgateway.support.NameServer;
import org.metricgateway.support.NameServer.Type;

/** What name servers say, and what they do not. */
final class DnsNamesTest {

    private static final String SERVICE = "_http._tcp.db.test";

    private final NameServer server = NameServer.start();
    private final DnsNames names = new DnsNames(Configured.settings(
            "gateway.group.cpu.urls = http://a:1", "gateway.discovery.nameservers = " + server.address()));

    @AfterEach
    void close() {
        names.close();
        server.close();
    }

    private static <T> T of(CompletionStage<T> answer) throws Exception {
        return answer.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Test
    void everyAddressOfAFamily() throws Exception {
        server.host("db.test", Type.A, "10.0.0.1", "10.0.0.2", "10.0.0.3");
        server.host("db.test", Type.AAAA, "fd00::1", "fd00:0:0:1::2");
        assertThat(of(names.ipv4("db.test"))).containsExactlyInAnyOrder("10.0.0.1", "10.0.0.2", "10.0.0.3");
        assertThat(of(names.ipv6("db.test"))).containsExactlyInAnyOrder("fd00::1", "fd00:0:0:1::2");
    }

    @Test
    void anAddressIsItsOwnName() throws Exception {
        assertThat(of(names.ipv4("10.0.0.7"))).containsExactly("10.0.0.7");
        assertThat(of(names.ipv6("fd00::7"))).containsExactly("fd00::7");
        assertThat(server.questions()).isZero();
    }

    @Test
    void theSystemsHostsAreKnownToo() throws Exception {
        assertThat(of(names.ipv4("localhost"))).contains("127.0.0.1");
        assertThat(server.questions()).isZero();
    }

    @Test
    void areAskedAnewEachTime() throws Exception {
        server.host("db.test", Type.A, "10.0.0.1");
        assertThat(of(names.ipv4("db.test"))).containsExactly("10.0.0.1");
        server.host("db.test", Type.A, "10.0.0.2");
        assertThat(of(names.ipv4("db.test"))).containsExactly("10.0.0.2");
    }

    @Test
    void noSuchNameAndNoSuchRecordAreAnswers() throws Exception {
        server.host("six.test", Type.AAAA, "fd00::1");
        assertThat(of(names.ipv4("six.test"))).isEmpty();
        assertThat(of(names.ipv4("nobody.test"))).isEmpty();
        assertThat(of(names.services("_http._tcp.nobody.test"))).isEmpty();
    }

    @Test
    void whoCannotSayHasNotAnswered() {
        server.host("db.test", Type.A, "10.0.0.1");
        server.fail("db.test", Type.A);
        assertThatThrownBy(() -> of(names.ipv4("db.test"))).hasMessageContaining("the name servers say ServFail");
    }

    @Test
    void silenceEndsInTime() {
        server.silent(true);
        assertThatThrownBy(() -> of(names.ipv4("db.test"))).hasMessageContaining("the name servers do not answer");
        assertThatThrownBy(() -> of(names.services(SERVICE))).hasMessageContaining("the name servers do not answer");
    }

    @Test
    void servicesAreRead() throws Exception {
        server.service(SERVICE, "10 60 8086 a.db.test", "20 40 65535 b.db.test");
        List<Service> services = of(names.services(SERVICE));
        assertThat(services)
                .containsExactlyInAnyOrder(
                        new Service(10, 60, 8086, "a.db.test."), new Service(20, 40, 65535, "b.db.test."));
    }
}
