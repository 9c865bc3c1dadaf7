package org.metricgateway.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
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
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** What a client gets of a split InfluxDB write when owners refuse or fail, and which writes are sent again. */
final class InfluxSplitFaultsIT {

    private static final String WRITE = "/write?db=x&precision=s";
    private static final String BOTH = "cpu v=1 1\nmem v=1 1\n";
    private static final Reply BUSY = Reply.json(503, "{\"error\":\"busy\"}");

    @TempDir
    private static Path dir;

    private static ScriptedBackend cpu;
    private static ScriptedBackend mem;
    private static ScriptedBackend gone;
    private static final List<ScriptedBackend> REPLICAS = new ArrayList<>();
    private static GatewayProcess gateway;

    @BeforeAll
    static void start() {
        cpu = ScriptedBackend.start();
        mem = ScriptedBackend.start();
        gone = ScriptedBackend.start();
        gone.refuse();
        REPLICAS.add(ScriptedBackend.start());
        REPLICAS.add(ScriptedBackend.start());
        String replicas = REPLICAS.get(0).url() + ", " + REPLICAS.get(1).url();
        String properties = """
                gateway.group.cpu.dialect = influxdb
                gateway.group.cpu.urls = %s
                gateway.group.cpu.retries = 0
                gateway.group.mem.dialect = influxdb
                gateway.group.mem.urls = %s
                gateway.group.mem.retries = 0
                gateway.group.gone.dialect = influxdb
                gateway.group.gone.urls = %s
                gateway.group.gone.hold.time = 0s
                gateway.group.gone.partial = warn
                gateway.group.twice.dialect = influxdb
                gateway.group.twice.urls = %s
                gateway.group.stamped.dialect = influxdb
                gateway.group.stamped.urls = %s
                gateway.group.stamped.stamp = true
                gateway.rule.1 = ^cpu -> cpu
                gateway.rule.2 = ^mem -> mem
                gateway.rule.3 = ^gone -> gone
                gateway.rule.4 = ^twice -> twice
                gateway.rule.5 = ^stamped -> stamped
                gateway.ready.groups = cpu, mem
                camel.resilience4j.minimum-number-of-calls = 1000
                camel.resilience4j.sliding-window-size = 1000
                """.formatted(cpu.url(), mem.url(), gone.url(), replicas, replicas);
        gateway = GatewayProcess.start(dir, properties, GatewayProcess.PARANOID);
    }

    @AfterAll
    static void stop() {
        gateway.assertNoLeak();
        gateway.close();
        cpu.close();
        mem.close();
        gone.close();
        REPLICAS.forEach(ScriptedBackend::close);
    }

    @BeforeEach
    void store() {
        cpu.script().always(Reply.noContent());
        mem.script().always(Reply.noContent());
    }

    /** Writes where the first of two replicas that is asked is busy. */
    private static List<String> sentTwice(String lines, int expected) {
        AtomicInteger asked = new AtomicInteger();
        Queue<String> sent = new ConcurrentLinkedQueue<>();
        for (ScriptedBackend replica : REPLICAS) {
            replica.script().alwaysBy(request -> {
                sent.add(request.text());
                return asked.getAndIncrement() == 0 ? BUSY : Reply.noContent();
            });
        }
        assertThat(write(lines).status()).isEqualTo(expected);
        return List.copyOf(sent);
    }

    private static Answer write(String lines) {
        return Http.post(gateway.url() + WRITE, lines);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            400 | partial write: x dropped=1 | 404 | database not found: "x" | 404
            404 | database not found: "x" | 400 | partial write: x dropped=1 | 404
            400 | partial write: x dropped=1 | 500 | timeout                 | 500
            401 | authorization failed       | 400 | unable to parse         | 401
            413 | too large                  | 500 | timeout                 | 500
            """)
    void statusesAreCombined(int first, String firstText, int second, String secondText, int expected) {
        cpu.script().always(Reply.json(first, error(firstText)));
        mem.script().always(Reply.json(second, error(secondText)));
        Answer answer = write(BOTH);
        assertThat(answer.status()).isEqualTo(expected);
        assertThat(answer.text())
                .isEqualTo(error("cpu: " + firstText + "; mem: " + secondText
                        + "; cpu: refused, perhaps in part; mem: refused, perhaps in part"));
        assertThat(answer.header("X-Influxdb-Error").orElseThrow())
                .isEqualTo("cpu: " + firstText + "; mem: " + secondText
                        + "; cpu: refused, perhaps in part; mem: refused, perhaps in part");
    }

    @Test
    void oneThatIsAwayIsNotSentTo() {
        Answer answer = write("cpu v=1 1\ngone v=1 1\n");
        assertThat(answer.status()).isBetween(502, 503);
        assertThat(answer.text())
                .contains("cpu: stored", "gone: not sent")
                .doesNotContain(gone.url().substring("http://".length()));
    }

    /** It is missing where it is one of several, and never silently. */
    @Test
    void aListMayLackAGroupThatMayBeMissing() {
        cpu.script().always(names("cpu.a"));
        mem.script().always(names("mem.a"));
        REPLICAS.forEach(replica -> replica.script().always(names("twice")));
        Answer list = Http.get(gateway.url() + "/query?db=x&q=SHOW%20MEASUREMENTS");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.all("X-Gateway-Partial")).containsExactly("gone");
        assertThat(list.text()).contains("[[\"cpu.a\"],[\"mem.a\"]");
        assertThat(Http.get(gateway.url() + "/query?db=x&q=SELECT%20v%20FROM%20gone")
                        .status())
                .isBetween(502, 503);
        mem.script().always(BUSY);
        Answer failed = Http.get(gateway.url() + "/query?db=x&q=SHOW%20MEASUREMENTS");
        assertThat(failed.status()).isBetween(502, 503);
        assertThat(failed.text()).contains("mem");
    }

    private static Reply names(String name) {
        return Reply.json(
                200,
                "{\"results\":[{\"statement_id\":0,\"series\":[{\"name\":\"measurements\",\"columns\":[\"name\"],"
                        + "\"values\":[[\"" + name + "\"]]}]}]}\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            twice v=1 1↵twice v=2 2              | 204 | 2
            cpu v=1↵twice v=1 1                  | 204 | 2
            cpu v=1 1↵twice v=1                  | 503 | 1
            twice v=1 1↵twice v=2                | 503 | 1
            stamped v=1                          | 204 | 2
            cpu v=1 1↵stamped v=1↵stamped v=2 2  | 204 | 2
            """)
    void linesThatSayTheirTimeAreSentAgain(String lines, int status, int times) {
        List<String> sent = sentTwice(lines.replace('↵', '\n'), status);
        assertThat(sent).hasSize(times).containsOnly(sent.get(0));
    }

    @Test
    void gzippedLinesAreSentAgainAsTheyCame() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("twice v=1 1".getBytes(StandardCharsets.UTF_8));
        }
        Queue<byte[]> sent = new ConcurrentLinkedQueue<>();
        for (ScriptedBackend replica : REPLICAS) {
            replica.script().alwaysBy(request -> {
                sent.add(request.body());
                return sent.size() == 1 ? BUSY : Reply.noContent();
            });
        }
        Answer answer = Http.send("POST", gateway.url() + WRITE, bytes.toByteArray(), "Content-Encoding", "gzip");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(sent).hasSize(2).allMatch(body -> Arrays.equals(body, bytes.toByteArray()));
    }

    private static String error(String text) {
        return "{\"error\":\"" + text.replace("\"", "\\\"") + "\"}\n";
    }
}
