package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.Request;

/** Which of a client's headers a backend gets, and what the gateway adds. */
class RequestHeadersIT {

    @TempDir
    static Path dir;

    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.start(
                dir, "gateway.group.mem.token = secret-of-mem", "gateway.group.mem.headers.X-Tenant = tenant-of-mem");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static Request heardBy(String... headers) throws IOException {
        int before = rig.cpu().requests().size();
        assertThat(rig.ask(Rig.query(headers)).status()).isEqualTo(200);
        return rig.cpu().awaitRequests(before + 1).get(before);
    }

    @Test
    void passesEndToEndHeadersOnAsOftenAsTheyCame() throws IOException {
        Request heard = heardBy("X-Twice: 1", "X-Twice: 2, 3", "Cache-Control: no-store", "Date: today", "Pragma: p");
        assertThat(heard.all("X-Twice")).containsExactly("1", "2, 3");
        assertThat(heard.all("Cache-Control")).containsExactly("no-store");
        assertThat(heard.all("Date")).containsExactly("today");
        assertThat(heard.all("Pragma")).containsExactly("p");
        assertThat(heard.text()).isEqualTo(Rig.CPU_QUERY);
    }

    @Test
    void removesWhatEndsHereAndWhatConnectionNames() throws IOException {
        Request heard = heardBy(
                "Connection: keep-alive, X-Mine , content-length",
                "Connection: X-Other",
                "X-Mine: 1",
                "X-Other: 2",
                "Keep-Alive: timeout=5",
                "Proxy-Connection: keep-alive",
                "Proxy-Authorization: Basic eDp5",
                "TE: trailers",
                "Trailer: X-Sum",
                "Upgrade: h2c");
        assertThat(heard.head().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(
                        "x-mine", "x-other", "keep-alive", "proxy-", "te: ", "trailer", "upgrade", "connection");
        assertThat(heard.all("Content-Length")).containsExactly(String.valueOf(Rig.CPU_QUERY.length()));
    }

    @Test
    void saysWhoAsksAndBelievesNobodyElse() throws IOException {
        Request heard = heardBy(
                "X-Forwarded-For: 203.0.113.9",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: elsewhere.test",
                "X-Forwarded-Port: 1",
                "X-Forwarded-Prefix: /p",
                "X-Real-IP: 203.0.113.9",
                "Forwarded: for=203.0.113.9");
        assertThat(heard.all("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(heard.all("X-Forwarded-Proto")).containsExactly("http");
        assertThat(heard.all("X-Forwarded-Host")).containsExactly("gateway.test");
        assertThat(heard.head()).doesNotContain("203.0.113.9", "X-Forwarded-Port", "X-Forwarded-Prefix");
        assertThat(heard.all("Via")).containsExactly("1.1 metric-gateway");
        assertThat(heard.all("Host")).containsExactly("127.0.0.1:" + rig.cpu().port());
    }

    @Test
    void addsToTheViaOfOthers() throws IOException {
        assertThat(heardBy("Via: 1.1 before").all("Via")).containsExactly("1.1 before", "1.1 metric-gateway");
    }

    @Test
    void dropsHeadersThatWouldSteerCamel() throws IOException {
        Request heard = heardBy("CamelHttpUri: http://127.0.0.1:1/", "camelhttppath: /evil", "CAMELX: 1");
        assertThat(heard.target()).isEqualTo(Rig.QUERY);
        assertThat(heard.head().toLowerCase(java.util.Locale.ROOT)).doesNotContain("camel");
    }

    @Test
    void keepsRequestIdsThatAreFit() throws IOException {
        assertThat(heardBy("X-Request-Id: abc-1").all("X-Request-Id")).containsExactly("abc-1");
        Answer answer = rig.ask(Rig.query("X-Request-Id: abc-2"));
        assertThat(answer.all("X-Request-Id")).containsExactly("abc-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\tb", "\u00e9", "0123456789"})
    void replacesRequestIdsThatAreNot(String given) throws IOException {
        String id = given.startsWith("0") ? given.repeat(13) : given;
        Request heard = heardBy("X-Request-Id: " + id, "X-Request-Id: second");
        assertThat(heard.all("X-Request-Id")).hasSize(1).allMatch(made -> made.matches("[0-9a-f]{9,24}"));
    }

    @Test
    void makesRequestIdsOfItsOwn() throws IOException {
        List<String> first = heardBy().all("X-Request-Id");
        assertThat(first).hasSize(1);
        assertThat(heardBy().all("X-Request-Id")).hasSize(1).isNotEqualTo(first);
    }

    @Test
    void replacesCredentialsByTheGroups() throws IOException {
        int before = rig.mem().requests().size();
        rig.ask(Rig.post(Rig.QUERY, Rig.MEM_QUERY, "Authorization: Basic eDp5", "X-Tenant: mine", "X-Tenant: other"));
        Request heard = rig.mem().awaitRequests(before + 1).get(before);
        assertThat(heard.all("Authorization")).containsExactly("Bearer secret-of-mem");
        assertThat(heard.all("X-Tenant")).containsExactly("tenant-of-mem");
        assertThat(heardBy("Authorization: Basic eDp5").all("Authorization")).containsExactly("Basic eDp5");
    }
}
