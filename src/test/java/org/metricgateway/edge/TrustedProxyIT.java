package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Request;
import org.metricgateway.support.ScriptedBackend;

/** A gateway that listens on IPv6 as well and believes proxies on 127.0.0.0/8, in front of a backend with a base path. */
class TrustedProxyIT {

    @TempDir
    static Path dir;

    private static Rig rig;

    @BeforeAll
    static void start() {
        ScriptedBackend backend = ScriptedBackend.start();
        String properties = Rig.properties(
                backend,
                backend,
                "gateway.group.cpu.urls = " + backend.url() + "/base/path/",
                "gateway.trusted-proxies = 10.0.0.0/8, 127.0.0.0/8");
        GatewayProcess gateway = GatewayProcess.startUnready(
                dir, properties, "-Dgateway.listen=[::]:{port}", GatewayProcess.PARANOID[0]);
        rig = new Rig(gateway, backend, backend);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static Request heardFrom(String host, String raw) throws IOException {
        int before = rig.cpu().requests().size();
        try (RawClient client = RawClient.connect(rig.gateway().url().replace("127.0.0.1", host))) {
            Answer answer = client.send(raw).answer();
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
        return rig.cpu().awaitRequests(before + 1).get(before);
    }

    @Test
    void extendsWhatTrustedProxiesSay() throws IOException {
        Request heard = heardFrom(
                "127.0.0.1",
                Rig.query(
                        "X-Forwarded-For: 203.0.113.9, 198.51.100.1",
                        "X-Forwarded-For: 10.1.1.1",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Host: public.test",
                        "X-Forwarded-Port: 443"));
        assertThat(heard.all("X-Forwarded-For")).isEqualTo(List.of("203.0.113.9, 198.51.100.1, 10.1.1.1, 127.0.0.1"));
        assertThat(heard.all("X-Forwarded-Proto")).containsExactly("https");
        assertThat(heard.all("X-Forwarded-Host")).containsExactly("public.test");
        assertThat(heard.all("X-Forwarded-Port")).containsExactly("443");
    }

    @Test
    void addsWhatTrustedProxiesDoNotSay() throws IOException {
        Request heard = heardFrom("127.0.0.1", Rig.query());
        assertThat(heard.all("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(heard.all("X-Forwarded-Proto")).containsExactly("http");
        assertThat(heard.all("X-Forwarded-Host")).containsExactly("gateway.test");
    }

    @Test
    void servesIpv6AndDoesNotBelieveIt() throws IOException {
        Request heard = heardFrom("[::1]", Rig.query("X-Forwarded-For: 203.0.113.9"));
        assertThat(heard.all("X-Forwarded-For")).containsExactly("0:0:0:0:0:0:0:1");
    }

    @Test
    void keepsTheBasePathOfABackend() throws IOException {
        assertThat(heardFrom("127.0.0.1", Rig.query()).target()).isEqualTo("/base/path" + Rig.QUERY);
        String query = "/api/v1/datapoints/query?query=%7B%22metrics%22:[%7B%22name%22:%22cpu.a%22%7D]%7D&x=%2F";
        assertThat(heardFrom("127.0.0.1", Rig.get(query)).target()).isEqualTo("/base/path" + query);
    }
}
