package org.metricgateway.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.Reply;
import org.metricgateway.support.Request;
import org.metricgateway.support.ScriptedBackend;

/** What a real InfluxDB 1.6 answers in the moments in which it stops, and what clients may see of it. */
class DyingAnswersIT {

    private static final int TESTS = 20;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ROWS = "{\"results\":[{\"statement_id\":0,\"series\":[{\"name\":\"cpu\"}]}]}\n";
    private static final String SHUTDOWN = "{\"results\":[{\"statement_id\":0,\"error\":\"query engine shutdown\"}]}\n";
    private static final String FAILED = "{\"error\":\"write failed\"}\n";

    @TempDir
    static Path dir;

    private static List<ScriptedBackend> backends;
    private static GatewayProcess gateway;
    private static int tests;

    private String metric;
    private ScriptedBackend dying;
    private ScriptedBackend well;

    /** For each test a group of its own, of which the dying one is asked first. */
    @BeforeAll
    static void start() {
        backends = IntStream.range(0, 2 * TESTS)
                .mapToObj(i -> ScriptedBackend.start())
                .toList();
        String properties =
                IntStream.range(0, TESTS).mapToObj(DyingAnswersIT::group).collect(Collectors.joining());
        gateway = GatewayProcess.start(dir, properties, GatewayProcess.PARANOID);
    }

    private static String group(int i) {
        return """
                gateway.group.g%1$d.dialect = influxdb
                gateway.group.g%1$d.writes = one
                gateway.group.g%1$d.urls = %2$s, %3$s
                gateway.group.g%1$d.balance = first-available
                gateway.rule.%1$d = ^m%1$d$ -> g%1$d
                """.formatted(
                        i, backends.get(2 * i).url(), backends.get(2 * i + 1).url());
    }

    @AfterAll
    static void stop() {
        try (GatewayProcess ending = gateway) {
            ending.assertNoLeak();
        } finally {
            backends.forEach(ScriptedBackend::close);
        }
    }

    @BeforeEach
    void nextGroup() {
        metric = "m" + tests;
        dying = backends.get(2 * tests);
        well = backends.get(2 * tests + 1);
        tests++;
    }

    private static Answer write(String lines) {
        return Http.post(gateway.url() + "/write?db=metrics", lines);
    }

    private static Answer read(String query) {
        return Http.get(
                gateway.url() + "/query?db=metrics&q=" + query.replace(" ", "+").replace(";", "%3B"));
    }

    private void assertAskedAgain(Answer answer) {
        assertThat(answer.header("X-Gateway-Attempts")).isEqualTo(Optional.of("2"));
        assertThat(dying.requests()).hasSize(1);
        assertThat(well.requests()).hasSize(1);
        assertThat(well.requests().get(0).text())
                .isEqualTo(dying.requests().get(0).text());
    }

    private void assertReadElsewhere(Reply reply, String query) {
        dying.script().always(reply);
        well.script().always(Reply.json(200, ROWS));
        Answer answer = read(query);
        assertThat(answer.text()).isEqualTo(ROWS);
        assertAskedAgain(answer);
    }

    @Test
    void aWriteWithTimestampsGoesElsewhere() {
        dying.script().always(Reply.json(500, FAILED));
        well.script().always(Reply.noContent());
        Answer answer = write(metric + " value=1 1000\n" + metric + " value=2 2000");
        assertThat(answer.status()).isEqualTo(204);
        assertAskedAgain(answer);
    }

    @Test
    void aReadGoesElsewhere() {
        assertReadElsewhere(Reply.json(200, SHUTDOWN), "SELECT * FROM " + metric);
    }

    @Test
    void aReadByFormGoesElsewhere() {
        dying.script().always(Reply.json(200, SHUTDOWN));
        well.script().always(Reply.json(200, ROWS));
        Answer answer =
                Http.post(gateway.url() + "/query?db=metrics", "q=SELECT+*+FROM+" + metric, "Content-Type", FORM);
        assertThat(answer.text()).isEqualTo(ROWS);
        assertAskedAgain(answer);
    }

    @Test
    void aReadGoesElsewhereThoughItsFirstStatementWasAnswered() {
        String second = ROWS.replace("]}\n", ",{\"statement_id\":1,\"error\":\"query engine shutdown\"}]}\n");
        assertReadElsewhere(Reply.json(200, second), twoStatements());
    }

    /** Of several statements the last word of the server may hide why it stopped. */
    @Test
    void aReadGoesElsewhereWhenAStatementWasNotExecuted() {
        String none = "{\"results\":[{\"statement_id\":0,\"error\":\"not executed\"}]}\n";
        assertReadElsewhere(Reply.json(200, none), twoStatements());
    }

    private String twoStatements() {
        return "SELECT * FROM " + metric + ";SELECT * FROM " + metric;
    }

    @Test
    void aReadGoesElsewhereThoughTheHeadOfAnAnswerCame() {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertReadElsewhere(Reply.bytes(head).then(Reply.reset()), "SELECT * FROM " + metric);
    }

    @Test
    void aReadGoesElsewhereWhenTheEngineIsClosed() {
        String closed = "{\"results\":[{\"statement_id\":0,\"error\":\"engine is closed\"}]}\n";
        assertReadElsewhere(Reply.json(200, closed), "SELECT * FROM " + metric);
    }

    /** It may have been stored: only the client can know whether it may be sent again. */
    @Test
    void aWriteWithoutTimestampsIsAnsweredAsItWas() {
        dying.script().always(Reply.json(500, FAILED));
        Answer answer = write(metric + " value=1 1000\n" + metric + " value=2");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).isEqualTo(FAILED);
        assertThat(well.requests()).isEmpty();
    }

    @Test
    void aStatementThatWritesIsAnsweredAsItWas() {
        dying.script().always(Reply.json(200, SHUTDOWN));
        Answer answer = Http.post(
                gateway.url() + "/query?db=metrics",
                "q=SELECT+*+INTO+" + metric + "+FROM+" + metric,
                "Content-Type",
                FORM);
        assertThat(answer.text()).isEqualTo(SHUTDOWN);
        assertThat(well.requests()).isEmpty();
    }

    @Test
    void aWriteWithoutTimestampsIsDeliveredOnceThoughItsBackendResets() {
        dying.script().always(Reply.reset());
        Answer answer = write(metric + " value=1");
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text()).contains("\"error\"").doesNotContain("127.0.0.1");
        assertThat(dying.requests()).extracting(Request::text).containsExactly(metric + " value=1");
        assertThat(well.requests()).isEmpty();
    }

    /** What it stores twice is the same point. */
    @Test
    void aWriteWithTimestampsGoesElsewhereWhenItsBackendResets() {
        dying.script().always(Reply.reset());
        well.script().always(Reply.noContent());
        Answer answer = write(metric + " value=1 1000");
        assertThat(answer.status()).isEqualTo(204);
        assertAskedAgain(answer);
    }
}
