package org.metricgateway.endtoend;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.InfluxServer;

/** A gateway in front of three InfluxDBs answers as one that holds everything does, byte for byte. */
final class InfluxQueryDifferentialIT {

    private static final String LINES = """
            cpu,dc=east,host=a value=1.5,n=3i 1600000000000000000
            cpu,dc=west,host=b value=2 1600000000000000001
            cpu,dc=east,host=a value=2.5 1600000001000000000
            cpu value=1 1
            cpu.load,host=a value=9007199254740993i 1600000000000000000
            cpu\\,x,host=b value=7 1600000000000000000
            mem,host=a value=100i,note="x<y&\\"z\\"",ok=true 1600000000000000000
            mem,host=b value=50i 1600000002000000000
            mem.swap,dev=sda,host=a value=1e-7 1600000000000000000
            disk,host=c,dev=x free=1,value=12345678901234567890 1600000000000000000
            disk,host=ü,dev=x free=2 1600000001000000000
            net,host=a value=-0.5,txt="line" 1600000003000000000
            """;

    private static final List<String> STATEMENTS = List.of(
            "SELECT * FROM cpu",
            "SELECT value FROM mem",
            "SELECT value FROM cpu LIMIT 1; SELECT value FROM mem",
            "SELECT value FROM mem; SELECT value FROM cpu; SELECT value FROM cpu.load; SELECT free FROM disk; SELECT value FROM mem",
            "SELECT value FROM cpu; SELECT value FROM nosuch; SELECT value FROM mem",
            "SELECT value FROM cpu LIMIT 1; SELECT value FROM nodb..x",
            "SELECT value FROM cpu; SELECT value FROM nodb..mem; SELECT value FROM mem; SELECT value FROM disk",
            "SELECT value FROM cpu; SELECT value FROM cpu; SELECT value FROM nodb..cpu; SELECT value FROM mem; SELECT value FROM disk",
            "SELECT value FROM nodb..cpu; SELECT value FROM nodb..mem",
            "SELECT value FROM cpu; SELECT nosuch(value) FROM mem",
            "SELECT value FROM mem, cpu",
            "SELECT value FROM mem, cpu, disk, net ORDER BY time DESC",
            "SELECT value FROM mem, cpu GROUP BY host",
            "SELECT value FROM mem, cpu GROUP BY host ORDER BY time DESC LIMIT 1",
            "SELECT mean(value), max(value) FROM mem, cpu, net WHERE time >= 1600000000000000000 AND time < 1600000004000000000"
                    + " GROUP BY time(1s), host fill(0)",
            "SELECT value, n FROM cpu, mem; SELECT value FROM /^(cpu|mem|net)$/",
            "SELECT count(value) FROM /.*/",
            "SELECT value FROM /nothing/",
            "SELECT value FROM \"cpu,x\", mem; SELECT value FROM cpu.load",
            "SELECT value FROM cpu, nodb..mem",
            "SHOW DATABASES",
            "SHOW MEASUREMENTS",
            "SHOW MEASUREMENTS LIMIT 2",
            "SHOW MEASUREMENTS LIMIT 3 OFFSET 2",
            "SHOW MEASUREMENTS OFFSET 4",
            "SHOW MEASUREMENTS OFFSET 40",
            "SHOW MEASUREMENTS WITH MEASUREMENT =~ /m/ LIMIT 100",
            "SHOW TAG KEYS",
            "SHOW TAG KEYS FROM cpu",
            "SHOW TAG KEYS FROM cpu, disk LIMIT 1 OFFSET 1",
            "SHOW TAG KEYS FROM /e/",
            "SHOW TAG VALUES WITH KEY = host",
            "SHOW TAG VALUES WITH KEY IN (host, dev, dc) LIMIT 2",
            "SHOW TAG VALUES FROM mem WITH KEY = host",
            "SHOW TAG VALUES FROM mem, cpu WITH KEY = host WHERE host = 'a'",
            "SHOW TAG VALUES WITH KEY = nosuch",
            "SHOW FIELD KEYS",
            "SHOW FIELD KEYS FROM disk",
            "SHOW FIELD KEYS FROM mem, net",
            "SHOW FIELD KEYS LIMIT 1 OFFSET 1",
            "SHOW SERIES",
            "SHOW SERIES LIMIT 4 OFFSET 3",
            "SHOW SERIES FROM mem, cpu WHERE host = 'a'",
            "SHOW RETENTION POLICIES",
            "SHOW RETENTION POLICIES ON nodb",
            "SHOW TAG KEYS ON nodb",
            "SHOW MEASUREMENTS ON nodb",
            "SHOW SERIES ON nodb; SHOW DATABASES",
            "SHOW USERS",
            "SHOW GRANTS FOR nobody",
            "SHOW SUBSCRIPTIONS",
            "SHOW CONTINUOUS QUERIES",
            "SHOW MEASUREMENTS; SELECT value FROM cpu; SHOW TAG KEYS; SELECT value FROM mem",
            "SELEKT 1",
            "SELECT value FROM cpu; SELEKT 1",
            "",
            ";");

    private static final List<String> FORMS = List.of(
            "",
            "&epoch=ms",
            "&pretty=true",
            "&chunked=true",
            "&chunked=true&chunk_size=1",
            "&chunked=true&chunk_size=2&epoch=ns",
            "&chunked=true&chunk_size=1&pretty=true");

    @TempDir
    static Path dir;

    private static InfluxClusters clusters;

    @BeforeAll
    static void start() {
        clusters = InfluxClusters.start(dir);
        clusters.fill(LINES);
    }

    @AfterAll
    static void stop() {
        clusters.close();
    }

    static Stream<Arguments> queries() {
        return STATEMENTS.stream().flatMap(text -> FORMS.stream().map(form -> Arguments.of(text, form)));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void answersTheSame(String statements, String form) {
        clusters.query("GET", statements, form).assertSame();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT value FROM cpu; SELECT value FROM mem",
                "SHOW MEASUREMENTS LIMIT 3 OFFSET 1",
                "SELECT value FROM cpu WHERE host = $h; SELECT value FROM mem WHERE host = $h"
            })
    void whereverItsParametersStand(String statements) {
        String params = "&params=%7B%22h%22%3A%22b%22%7D";
        String path = InfluxClusters.path(statements, params);
        String form = path.substring(path.indexOf('?') + 1);
        String type = "application/x-www-form-urlencoded";
        clusters.ask("POST", path, "").assertSame();
        clusters.ask("POST", "/query", form, "Content-Type", type).assertSame();
        clusters.ask("POST", "/query?q=SHOW+DATABASES&db=x", form, "Content-Type", type + "; charset=utf-8")
                .assertSame();
        clusters.ask("POST", "/query?db=" + InfluxServer.DATABASE, form, "Content-Type", "text/plain")
                .assertSameStatus();
    }

    @Test
    void whatTheHeadersSay() {
        clusters.ask("GET", "/query?q=SHOW+DATABASES", "", "Origin", "http://example.test")
                .assertSame();
        clusters.ask("OPTIONS", "/query", "", "Origin", "http://example.test").assertSame();
        clusters.ask("PUT", "/query?q=SHOW+DATABASES", "").assertSameStatus();
        clusters.ask("GET", "/query", "").assertSame();
        clusters.ask("GET", InfluxClusters.path("SELECT value FROM cpu", ""), "", "Accept", "application/csv")
                .assertSame();
    }
}
