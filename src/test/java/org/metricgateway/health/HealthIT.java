package org.metricgateway.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.Reply;
import org.metricgateway.support.Request;
import org.metricgateway.support.ScriptedBackend;

/** Probes decide who is asked. */
class HealthIT {

    private static final Reply WELL = Reply.noContent();

    private static final ScriptedBackend FIRST = ScriptedBackend.start();
    private static final ScriptedBackend SECOND = ScriptedBackend.start();

    /** Probed once an hour, unless its group needs it. */
    private static final ScriptedBackend RARE = ScriptedBackend.start();

    private static final ScriptedBackend SECRET = ScriptedBackend.start();
    private static final ScriptedBackend LOGIN = ScriptedBackend.start();
    private static final ScriptedBackend LATE = ScriptedBackend.start();

    private static GatewayProcess gateway;

    @BeforeAll
    static void start(@TempDir Path dir) {
        LATE.refuse();
        gateway = GatewayProcess.start(
                dir, """
                gateway.group.cpu.urls = %s, %s
                gateway.group.cpu.health.interval = 100ms
                gateway.group.cpu.health.timeout = 300ms
                gateway.group.cpu.slow-start = 0s
                gateway.group.rare.urls = %s
                gateway.group.rare.health.interval = 1h
                gateway.group.secret.urls = %s/base/
                gateway.group.secret.token = hush
                gateway.group.secret.headers.X-Tenant = acme
                gateway.group.secret.health.interval = 1h
                gateway.group.login.urls = %s
                gateway.group.login.user = me
                gateway.group.login.password = hush
                gateway.group.login.dialect = influxdb
                gateway.group.login.health.path = /health?verbose=true
                gateway.group.late.urls = %s
                gateway.group.late.health.interval = 1h
                gateway.rule.1 = ^cpu -> cpu
                gateway.ready.groups = cpu, rare, secret, login
                """.formatted(FIRST.url(), SECOND.url(), RARE.url(), SECRET.url(), LOGIN.url(), LATE.url()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        Stream.of(FIRST, SECOND, RARE, SECRET, LOGIN, LATE).forEach(ScriptedBackend::close);
    }

    @AfterEach
    void isWellAgain() {
        FIRST.script().probes(WELL);
        await("both are asked").until(() -> asked(FIRST) && asked(SECOND));
    }

    private static void ask() {
        String query = "{\"start_absolute\":1,\"metrics\":[{\"name\":\"cpu\"}]}";
        assertThat(Http.post(gateway.url() + "/api/v1/datapoints/query", query).status())
                .isEqualTo(200);
    }

    /** Whether it gets any of some requests. */
    private static boolean asked(ScriptedBackend backend) {
        int before = backend.requests().size();
        for (int i = 0; i < 4; i++) {
            ask();
        }
        return backend.requests().size() > before;
    }

    private static long lines(String text) {
        return gateway.log().lines().filter(line -> line.contains(text)).count();
    }

    private static String lastLine(String text) {
        return gateway.log()
                .lines()
                .filter(line -> line.contains(text))
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    private static String named(ScriptedBackend backend) {
        return "127.0.0.1:" + backend.port();
    }

    /** That the gateway is ready at all shows as much: nobody waits for an hour. */
    @Test
    void theFirstProbeIsAtOnceAndTheNextOneWhenItIsDue() {
        assertThat(RARE.probes()).hasSize(1);
        int before = FIRST.probes().size();
        await().until(() -> FIRST.probes().size() > before + 3);
        assertThat(RARE.probes()).hasSize(1);
    }

    @Test
    void asksAsTheGroupsRequestsDo() {
        Request probe = SECRET.probes().get(0);
        assertThat(probe.method()).isEqualTo("GET");
        assertThat(probe.target()).isEqualTo("/base/api/v1/health/check");
        assertThat(probe.all("Host")).containsExactly(named(SECRET));
        assertThat(probe.all("Authorization")).containsExactly("Bearer hush");
        assertThat(probe.all("X-Tenant")).containsExactly("acme");
        Request login = LOGIN.probes().get(0);
        assertThat(login.target()).isEqualTo("/health?verbose=true");
        assertThat(login.all("Authorization")).containsExactly("Basic bWU6aHVzaA==");
    }

    /** Though its probes are an hour apart. */
    @Test
    void aGroupThatHasNobodyIsProbedAllTheTime() {
        LATE.accept();
        await("it is found").until(() -> !LATE.probes().isEmpty());
        await("it is active").until(() -> lines(named(LATE) + " is active, it was") == 1);
    }

    static Stream<Arguments> ill() {
        return Stream.of(
                Arguments.of("500", Reply.json(500, "{}"), "a probe was answered 500"),
                Arguments.of("fail", Reply.json(200, "{\"status\":\"fail\"}"), "with the status fail"),
                Arguments.of("429", Reply.json(429, ""), "a probe was answered 429"),
                Arguments.of("silent", Reply.silence(), "a probe had no answer within 300 ms"),
                Arguments.of(
                        "endless",
                        Reply.slowly(
                                "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + "x".repeat(900),
                                Duration.ofMillis(9)),
                        "a probe had no answer within 300 ms"),
                Arguments.of("closed", Reply.close(), "a probe's connection was closed before it was answered"),
                Arguments.of("reset", Reply.reset(), "a probe"),
                Arguments.of(
                        "garbage", Reply.bytes("SSH-2.0-OpenSSH_9.2\r\n\r\n"), "the answer to a probe is not HTTP"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void ill(String what, Reply fault, String reason) {
        String down = named(FIRST) + " is down: ";
        String active = named(FIRST) + " is active, it was down";
        long before = lines(active);
        assertThat(lines(down)).isEqualTo(before);
        FIRST.script().probes(fault);
        await("it is down").until(() -> lines(down) == before + 1);
        assertThat(lastLine(down)).contains("WARN", "group cpu: ", reason);
        assertThat(asked(FIRST)).isFalse();
        FIRST.script().probes(WELL);
        await("it is asked again").until(() -> asked(FIRST));
        await("it is said").until(() -> lines(active) == before + 1);
        assertThat(lines(down)).isEqualTo(before + 1);
    }

    /** Long before it is down. */
    @Test
    void nobodyIsAskedWhoFailedItsLatestProbe() {
        long before = lines(named(FIRST) + " is down");
        CountDownLatch told = new CountDownLatch(1);
        FIRST.script().nextProbes(Reply.json(500, "{}"), Reply.once(told).then(WELL));
        await("it is not asked").pollInterval(Duration.ofMillis(5)).until(() -> !asked(FIRST));
        told.countDown();
        await("it is asked again").until(() -> asked(FIRST));
        assertThat(lines(named(FIRST) + " is down")).isEqualTo(before);
    }

    static Stream<Arguments> drains() {
        return Stream.of(
                Arguments.of("empty", Reply.json(503, "")),
                Arguments.of("warn", Reply.json(503, "{\"status\":\"warn\",\"message\":\"node is Syncing\"}")),
                Arguments.of("later", Reply.bytes("HTTP/1.1 503 X\r\nRetry-After: 1\r\nContent-Length: 4\r\n\r\nbusy")),
                Arguments.of(
                        "redirect",
                        Reply.bytes("HTTP/1.1 307 X\r\nLocation: " + SECOND.url() + "\r\nX-Hyperbytedb-Redirect: "
                                + SECOND.url() + "\r\nContent-Length: 0\r\n\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void drains(String what, Reply sign) {
        long active = lines(named(FIRST) + " is active, it was draining");
        FIRST.script().nextProbes(sign);
        await("it drains").until(() -> lines(named(FIRST) + " is draining: ") > active);
        long start = System.nanoTime();
        assertThat(asked(FIRST)).isFalse();
        await("it is active").until(() -> lines(named(FIRST) + " is active, it was draining") > active);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1500));
        assertThat(asked(FIRST)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 401})
    void lives(int status) {
        int before = FIRST.probes().size();
        FIRST.script().probes(Reply.json(status, "{\"error\":\"any\"}"));
        await().until(() -> FIRST.probes().size() > before + 5);
        assertThat(asked(FIRST)).isTrue();
    }

    /** What is behind the first 64 KiB of an answer does not matter. */
    @Test
    void readsNoEndlessAnswer() {
        int before = FIRST.probes().size();
        FIRST.script().probes(Reply.endless());
        await().until(() -> FIRST.probes().size() > before + 5);
        assertThat(asked(FIRST)).isTrue();
    }

    @Test
    void tellsNoSecret() {
        List<String> pages = List.of(
                gateway.log(),
                Http.get(gateway.adminUrl() + "/admin/backends").text(),
                Http.get(gateway.adminUrl() + "/metrics").text());
        assertThat(pages).allSatisfy(page -> assertThat(page).doesNotContain("hush", "bWU6aHVzaA"));
    }
}
