package org.metricgateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.InfluxLogin;
import org.metricgateway.support.InfluxServer;

/** Statements that change something, groups with a login of their own, a group that is away, and what must not be logged. */
final class InfluxStatementsIT {

    private static final String[] SECRETS = {"s3cret1", "s3cret2", "s3cret3", "s3cret4", "s3cret5", "s3cret6"};

    @TempDir
    static Path dir;

    private static InfluxServer open;
    private static InfluxServer closed;
    private static GatewayProcess gateway;

    @BeforeAll
    static void start() {
        open = InfluxServer.start(dir.resolve("open"));
        closed = InfluxServer.start(dir.resolve("closed"), new InfluxLogin("root", "s3cret6"));
        gateway = GatewayProcess.start(
                dir.resolve("gateway"), """
                gateway.group.open.dialect = influxdb
                gateway.group.open.urls = %s
                gateway.group.closed.dialect = influxdb
                gateway.group.closed.urls = %s
                gateway.group.closed.user = root
                gateway.group.closed.password = s3cret6
                gateway.group.away.dialect = influxdb
                gateway.group.away.urls = http://127.0.0.1:1
                gateway.group.away.hold.time = 100ms
                gateway.group.away.retries = 0
                gateway.rule.1 = ^open -> open
                gateway.rule.2 = ^closed -> closed
                gateway.rule.3 = ^away -> away
                gateway.ready.groups = open, closed
                gateway.access-log = true
                gateway.slow-query = 1ms
                """.formatted(open.url(), closed.url()), GatewayProcess.PARANOID);
        open.write("open v=1 1");
        closed.write("closed v=2 1");
    }

    @AfterAll
    static void stop() {
        gateway.assertNoLeak();
        assertThat(gateway.log() + Http.get(gateway.adminUrl() + "/metrics").text())
                .contains("path=/query")
                .doesNotContain(SECRETS);
        gateway.close();
        open.close();
        closed.close();
    }

    private static Answer post(String statements, String parameters, String... headers) {
        return Http.post(
                gateway.url() + "/query?db=" + InfluxServer.DATABASE + parameters + "&q="
                        + URLEncoder.encode(statements, StandardCharsets.UTF_8),
                "",
                headers);
    }

    @Test
    void theGroupsLoginGoesBeforeTheClients() {
        String basic = "Basic " + Base64.getEncoder().encodeToString("me:s3cret1".getBytes());
        String both = "SELECT v FROM open; SELECT v FROM closed";
        assertThat(post(both, "&u=me&p=s3cret1", "Authorization", basic).text()).contains("\"closed\"");
        assertThat(post("SELECT v FROM closed", "&u=me&p=s3cret1").text()).contains("\"closed\"");
    }

    @Test
    void passwordsPassOnAndAreNotTold() {
        Answer made = post("CREATE USER x WITH PASSWORD 's3cret2'; SET PASSWORD FOR x = 's3cret3'", "&u=a&p=s3cret4");
        assertThat(made.status()).isGreaterThanOrEqualTo(500);
        assertThat(made.text())
                .contains("group open: done", "group closed: done", "away")
                .doesNotContain(SECRETS);
        // Not InfluxQL: the database repeats the word that it does not understand, to the client alone.
        assertThat(post("CREATE USER x WITH PASSWORD s3cret5", "").status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void aGroupThatIsAwayFailsTheWhole() {
        Answer listed = post("SHOW MEASUREMENTS", "");
        assertThat(listed.status()).isGreaterThanOrEqualTo(500);
        assertThat(listed.text()).contains("away").doesNotContain("127.0.0.1");
        assertThat(post("SELECT v FROM open; SELECT v FROM away", "").status()).isGreaterThanOrEqualTo(500);
        Answer written = post("DROP MEASUREMENT open_old; DROP MEASUREMENT away", "");
        assertThat(written.text()).contains("the statement before was executed");
    }

    @Test
    void isWellWhileAnyGroupCanAnswer() {
        for (String path : new String[] {"/ping", "/status", "/health"}) {
            Answer well = Http.get(gateway.url() + path);
            assertThat(well.status()).isEqualTo(204);
            assertThat(well.header("X-Influxdb-Version").orElse("")).startsWith("1.");
            assertThat(well.header("X-Influxdb-Build")).contains("OSS");
        }
        assertThat(Http.send("HEAD", gateway.url() + "/ping", "").status()).isEqualTo(204);
        assertThat(Http.get(gateway.url() + "/debug/vars").status()).isEqualTo(404);
        assertThat(Http.get(gateway.url() + "/metrics").status()).isEqualTo(404);
    }
}
