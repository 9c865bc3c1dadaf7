package org.metricgateway.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.Reply;
import org.metricgateway.support.Request;
import org.metricgateway.support.ScriptedBackend;

/** The probes of a well backend share a connection, and what they say is as true as on connections of their own. */
class KeptProbesIT {

    private static final ScriptedBackend WELL = keeping();
    private static final ScriptedBackend FORGETFUL = keeping();
    private static final ScriptedBackend STOPPING = keeping();
    private static final ScriptedBackend DEAF = keeping();
    private static final ScriptedBackend REFUSING = keeping();
    private static final ScriptedBackend BESIDE = keeping();
    private static final List<ScriptedBackend> ALL = List.of(WELL, FORGETFUL, STOPPING, DEAF, REFUSING, BESIDE);

    private static final CountDownLatch STOPS = new CountDownLatch(1);

    private static GatewayProcess gateway;

    @BeforeAll
    static void start(@TempDir Path dir) {
        FORGETFUL.script().nextProbes(Reply.noContent(), Reply.close(), Reply.noContent(), Reply.reset());
        STOPPING.script()
                .nextProbes(
                        Reply.noContent(),
                        Reply.noContent().then(Reply.once(STOPS)).then(Reply.close()));
        gateway = GatewayProcess.start(
                dir, """
                gateway.group.well.urls = %s
                gateway.group.well.health.interval = 100ms
                gateway.group.forgetful.urls = %s
                gateway.group.forgetful.health.interval = 100ms
                gateway.group.forgetful.health.fall = 1
                gateway.group.stopping.urls = %s
                gateway.group.stopping.health.interval = 3s
                gateway.group.deaf.urls = %s
                gateway.group.deaf.health.interval = 100ms
                gateway.group.cpu.urls = %s, %s
                gateway.group.cpu.health.interval = 1h
                gateway.group.cpu.health.fall = 2
                gateway.rule.1 = ^cpu -> cpu
                """.formatted(ALL.stream().map(ScriptedBackend::url).toArray()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        ALL.forEach(ScriptedBackend::close);
    }

    private static ScriptedBackend keeping() {
        ScriptedBackend backend = ScriptedBackend.start();
        backend.script().keepsProbes();
        return backend;
    }

    private static Stream<String> said(ScriptedBackend backend, String what) {
        return gateway.log().lines().filter(line -> line.contains("127.0.0.1:" + backend.port() + what));
    }

    @Test
    void tenProbesShareAConnection() {
        await().until(() -> WELL.probes().size() > 20);
        Map<Integer, Long> each =
                WELL.probes().stream().collect(Collectors.groupingBy(Request::connection, Collectors.counting()));
        assertThat(each.values())
                .allMatch(count -> count <= 10)
                .filteredOn(count -> count == 10)
                .hasSizeGreaterThan(1);
    }

    /** One failure would be enough. */
    @Test
    void whoEndsAKeptConnectionIsAskedOnANewOne() {
        await().until(() -> FORGETFUL.probes().size() > 8);
        assertThat(said(FORGETFUL, " is down")).isEmpty();
    }

    /** Long before the next probe is due. */
    @Test
    void whoEndsAnIdleConnectionIsProbedAtOnce() {
        await().until(() -> STOPPING.probes().size() == 2);
        STOPS.countDown();
        await().atMost(Duration.ofMillis(1500)).until(() -> STOPPING.probes().size() > 2);
    }

    /** Though it answers on the connections that it has. */
    @Test
    void whoTakesNoNewConnectionIsDown() {
        await().until(() -> said(DEAF, " is active").count() == 1);
        DEAF.refuse();
        await().until(() -> said(DEAF, " is down").count() == 1);
        assertThat(said(DEAF, " is down")).first().asString().contains("a connection was refused");
    }

    /** A probe that is to end that has to prove that others can connect. */
    @Test
    void whoWasEjectedIsProbedOnANewConnection() {
        REFUSING.refuse();
        await("it is ejected").until(() -> {
            Http.post(
                    gateway.url() + "/api/v1/datapoints/query",
                    "{\"start_absolute\":1,\"metrics\":[{\"name\":\"cpu\"}]}");
            return said(REFUSING, " is ejected").count() == 1;
        });
        await("it is down").until(() -> said(REFUSING, " is down").count() == 1);
        assertThat(said(REFUSING, " is active")).hasSize(1);
    }
}
