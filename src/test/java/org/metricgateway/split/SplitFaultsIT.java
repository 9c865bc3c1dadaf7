package org.metricgateway.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** What a client gets of a split request when an owner cannot answer its share: never a part that looks whole. */
final class SplitFaultsIT {

    private static final String QUERY = "/api/v1/datapoints/query";
    private static final String BOTH = "{\"metrics\":[{\"name\":\"cpu.a\"},{\"name\":\"mem.b\"}]}";
    private static final String ELEMENT = "{\"queries\":[{\"sample_size\":1,\"results\":[]}]}";
    private static final String POINTS = "[{\"name\":\"cpu.a\",\"timestamp\":1,\"value\":1,\"tags\":{\"a\":\"b\"}},"
            + "{\"name\":\"mem.b\",\"timestamp\":1,\"value\":1,\"tags\":{\"a\":\"b\"}}]";

    @TempDir
    private static Path dir;

    private static ScriptedBackend cpu;
    private static ScriptedBackend mem;
    private static ScriptedBackend disk;
    private static GatewayProcess gateway;

    @BeforeAll
    static void start() {
        cpu = ScriptedBackend.start();
        mem = ScriptedBackend.start();
        disk = ScriptedBackend.start();
        String properties = """
                gateway.group.cpu.urls = %s
                gateway.group.mem.urls = %s
                gateway.group.mem.timeout.first-byte = 500ms
                gateway.group.mem.hold.time = 0s
                gateway.group.mem.health.interval = 60s
                gateway.group.disk.urls = %s
                gateway.group.disk.partial = warn
                gateway.group.disk.hold.time = 0s
                gateway.group.disk.health.interval = 60s
                gateway.rule.1 = ^cpu[.] -> cpu
                gateway.rule.2 = ^mem[.] -> mem
                gateway.rule.3 = ^disk[.] -> disk
                gateway.limit.merge = 64kB
                gateway.loops = 1
                camel.resilience4j.minimum-number-of-calls = 1000
                camel.resilience4j.sliding-window-size = 1000
                """.formatted(cpu.url(), mem.url(), disk.url());
        gateway = GatewayProcess.start(dir, properties, GatewayProcess.PARANOID);
    }

    @AfterAll
    static void stop() {
        gateway.assertNoLeak();
        gateway.close();
        cpu.close();
        mem.close();
        disk.close();
    }

    @BeforeEach
    void answerWell() {
        Awaitility.await().until(() -> Http.answers(gateway.adminUrl() + "/readyz", 200));
        for (ScriptedBackend backend : new ScriptedBackend[] {cpu, mem, disk}) {
            backend.script().always(Reply.json(200, ELEMENT));
        }
    }

    private static Answer without(ScriptedBackend backend, Supplier<Answer> asking) {
        backend.close();
        // Once the only event loop has answered this, it has seen the end of the connections that it kept.
        Http.get(gateway.url() + "/health");
        try {
            return asking.get();
        } finally {
            backend.accept();
        }
    }

    private static Answer ask(String body) {
        return Http.post(gateway.url() + QUERY, body);
    }

    @Test
    void bothOwnersAnswer() {
        assertThat(ask(BOTH).text())
                .isEqualTo("{\"queries\":[{\"sample_size\":1,\"results\":[]},{\"sample_size\":1,\"results\":[]}]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            400 | {"errors":["query.metric[0].order must be either 'asc' or 'desc'"]} | 400 | query.metric[1].order must be
            500 | {"errors":["For input string: \\"many\\""]}                          | 500 | For input string
            503 | gone                                                                | 503 | group mem: its backend answered 503 (asked for mem.b)
            502 | gone                                                                | 502 | group mem: its backend answered 502 (asked for mem.b)
            501 | gone                                                                | 502 | group mem: its backend answered 501 (asked for mem.b)
            200 | {"queries":[]}                                                      | 502 | group mem: its answer has 0 "queries" where 1 were asked for
            200 | <html>busy</html>                                                   | 502 | group mem: its answer has an unexpected
            """)
    void oneOwnerRefuses(int status, String body, int expected, String reason) {
        mem.script()
                .always(Reply.bytes(
                        "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
        Answer answer = ask(BOTH);
        assertThat(answer.status()).isEqualTo(expected);
        assertThat(answer.text().replace("\\\"", "\"")).contains(reason).doesNotContain(Integer.toString(mem.port()));
    }

    @Test
    void oneOwnerIsTooSlow() {
        mem.script().always(Reply.silence());
        Answer answer = ask(BOTH);
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.text()).contains("group mem: its backend did not answer in time (asked for mem.b)");
    }

    @Test
    void oneOwnerIsNotThere() {
        Answer answer = without(mem, () -> ask(BOTH));
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text()).contains("group mem").contains("asked for mem.b");
    }

    @Test
    void oneOwnerBreaksOff() {
        mem.script()
                .always(Reply.bytes("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n" + ELEMENT)
                        .then(Reply.close()));
        assertThat(ask(BOTH).status()).isEqualTo(502);
    }

    @Test
    void theListsAreTooLargeToMerge() {
        mem.script().always(Reply.json(200, "{\"results\":[" + "\"a\",".repeat(20_000) + "\"b\"]}"));
        Answer answer = Http.get(gateway.url() + "/api/v1/metricnames");
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text()).contains("group mem").contains("gateway.limit.merge");
    }

    @Test
    void anOwnerThatMayBeMissingIsNamed() {
        Answer answer = without(disk, () -> ask("{\"metrics\":[{\"name\":\"disk.\\u00e9\"},{\"name\":\"cpu.a\"}]}"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Gateway-Partial")).hasValue("disk");
        assertThat(answer.text())
                .isEqualTo(
                        "{\"queries\":[{\"sample_size\":0,\"results\":[{\"name\":\"disk.é\",\"tags\":{},\"values\":[]}]},"
                                + "{\"sample_size\":1,\"results\":[]}]}");
    }

    @Test
    void aMistakeIsNeverLeftOut() {
        disk.script().always(Reply.bytes("HTTP/1.1 400 X\r\nContent-Length: 18\r\n\r\n{\"errors\":[\"bad\"]}"));
        assertThat(ask("{\"metrics\":[{\"name\":\"disk.a\"},{\"name\":\"cpu.a\"}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void ofAWriteEveryShareIsAccountedFor() {
        cpu.script().always(Reply.noContent());
        mem.script().always(Reply.silence());
        Answer answer = Http.post(gateway.url() + "/api/v1/datapoints", POINTS);
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.text()).contains("\"cpu: stored\"").contains("\"mem: unknown\"");
        mem.script().always(Reply.json(200, ELEMENT));
        answer = without(mem, () -> Http.post(gateway.url() + "/api/v1/datapoints", POINTS));
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text()).contains("\"cpu: stored\"").contains("\"mem: not sent\"");
    }

    @Test
    void aClientThatLeavesEndsEveryShare() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        cpu.script().always(Reply.once(never));
        mem.script().always(Reply.silence());
        int cpuRequests = cpu.requests().size();
        try (RawClient client = RawClient.connect(gateway.url())) {
            client.send(
                    "POST " + QUERY + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + BOTH.length() + "\r\n\r\n" + BOTH);
            cpu.awaitRequests(cpuRequests + 1);
        }
        cpu.awaitPeerGone();
        never.countDown();
    }
}
