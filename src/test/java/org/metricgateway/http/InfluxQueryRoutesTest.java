package org.metricgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.metric.UnreadableRequest;
import org.metricgateway.routing.Indivisible;
import org.metricgateway.routing.Unowned;

/** The InfluxDB query path as it stands in {@code routes/}: {@code cpu}, {@code mem} and a default group. */
final class InfluxQueryRoutesTest {

    private static final String GROUPS = """
            gateway.group.cpu.dialect = influxdb
            gateway.group.cpu.urls = http://127.0.0.1:1
            gateway.group.mem.dialect = influxdb
            gateway.group.mem.urls = http://127.0.0.1:2
            gateway.group.rest.dialect = influxdb
            gateway.group.rest.urls = http://127.0.0.1:3
            gateway.rule.1 = ^cpu -> cpu
            gateway.rule.2 = ^mem -> mem
            """;
    private static final String DEFAULT = GROUPS + "gateway.default-group = rest\n";
    private static final String BY_DATABASE = DEFAULT + "gateway.influxdb.route-by = database\n";
    private static final String DONE = "{\"results\":[{\"statement_id\":0}]}\n";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static Exchange ask(RealRoutes routes, String statements) throws Exception {
        return ask(routes, statements, "db=db1");
    }

    private static Exchange ask(RealRoutes routes, String statements, String others) throws Exception {
        String form = others + "&q=" + URLEncoder.encode(statements, StandardCharsets.UTF_8);
        return routes.send("POST", "/query", form, "Content-Type", FORM);
    }

    /** Who was asked for which statements. */
    private static List<String> asked(RealRoutes routes) {
        return routes.asked().stream()
                .map(asked -> asked.group() + ": "
                        + URLDecoder.decode(asked.body().replaceFirst(".*q=", ""), StandardCharsets.UTF_8))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT v FROM cpu                                  | cpu
            SELECT v FROM db..mem; SELECT v FROM /* */ "mem.x" | mem
            SELECT v FROM (SELECT v FROM mem)                  | mem
            SELECT v INTO mem2 FROM mem                        | mem
            SELECT v INTO rp.:MEASUREMENT FROM mem             | mem
            SHOW TAG KEYS FROM cpu                             | cpu
            SHOW FIELD KEYS FROM disk                          | rest
            EXPLAIN SELECT * FROM cpu                          | cpu
            DROP MEASUREMENT mem                               | mem
            DELETE FROM cpu, cpu2                              | cpu
            CREATE CONTINUOUS QUERY q ON d BEGIN SELECT mean(v) INTO mem1 FROM mem GROUP BY time(1m) END | mem
            SELEKT                                             | rest
            SELECT v FROM cpu; SELECT v FROM mem; SELEKT       | rest
            """)
    void goesWholeToOneGroup(String statements, String group) throws Exception {
        try (RealRoutes routes = RealRoutes.configured(DEFAULT, asked -> DONE)) {
            assertThat(ask(routes, statements).getException()).isNull();
            assertThat(asked(routes)).containsExactly(group + ": " + statements);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            db=cpu       | SELECT v FROM mem, x             | cpu
            db=mem&rp=a  | SELECT * FROM /.*/ GROUP BY *    | mem
            db=cpu       | SELECT v FROM memory..x          | mem
            db=          | SHOW MEASUREMENTS ON cpu1        | cpu
            db=mem       | SHOW TAG KEYS                    | mem
            db=          | CREATE DATABASE cpu3             | cpu
            db=          | CREATE RETENTION POLICY p ON mem DURATION 1h REPLICATION 1 | mem
            db=cpu       | DROP MEASUREMENT mem             | cpu
            db=          | SELECT v FROM x                  | rest
            """)
    void goesByItsDatabase(String parameters, String statement, String group) throws Exception {
        try (RealRoutes routes = RealRoutes.configured(BY_DATABASE, asked -> DONE)) {
            assertThat(ask(routes, statement, parameters).getException()).isNull();
            assertThat(asked(routes)).containsExactly(group + ": " + statement);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM cpu, mem",
                "SELECT v FROM cpu, mem GROUP BY *",
                "SELECT v FROM (SELECT v FROM cpu), mem",
                "SELECT v FROM $m",
                "SELECT v INTO mem FROM cpu",
                "SELECT v INTO a FROM /.*/",
                "CREATE CONTINUOUS QUERY q ON d BEGIN SELECT mean(v) INTO a FROM cpu GROUP BY time(1m) END",
                "EXPLAIN SELECT v FROM cpu, mem",
                "SHOW QUERIES",
                "SHOW STATS",
                "SHOW SERIES CARDINALITY",
                "SHOW TAG KEYS SLIMIT 1",
                "KILL QUERY 1",
                "DROP SHARD 1",
                "SELECT v FROM cpu; SHOW DIAGNOSTICS"
            })
    void isRefusedWithTheReasonBeforeAnybodyIsAsked(String statements) throws Exception {
        try (RealRoutes routes = RealRoutes.configured(DEFAULT, asked -> DONE)) {
            assertThat(ask(routes, statements).getException())
                    .isInstanceOf(Indivisible.class)
                    .hasMessageMatching("statement \\d concerns several groups and .{10,}");
            assertThat(routes.asked()).isEmpty();
        }
    }

    @Test
    void nobodyIsAskedIfOneMeasurementHasNoOwner() throws Exception {
        try (RealRoutes routes = RealRoutes.configured(GROUPS, asked -> DONE)) {
            assertThat(ask(routes, "SELECT v FROM cpu; SELECT v FROM disk, net").getException())
                    .isInstanceOf(Unowned.class)
                    .hasMessageContaining("disk, net");
            assertThat(routes.asked()).isEmpty();
        }
    }

    @Test
    void onlyJsonIsPutTogether() throws Exception {
        try (RealRoutes routes = RealRoutes.configured(DEFAULT, asked -> DONE)) {
            String uri = "/query?q=SELECT+v+FROM+cpu%3BSELECT+v+FROM+mem";
            assertThat(routes.send("GET", uri, "", "Accept", "application/csv").getException())
                    .isInstanceOf(UnreadableRequest.class);
            assertThat(routes.send("GET", uri.replace("%3B", ";"), "").getException())
                    .isInstanceOf(UnreadableRequest.class);
            assertThat(routes.asked()).isEmpty();
        }
    }

    @Test
    void neighboursOfOneOwnerGoTogetherAndNothingBehindAFailure() throws Exception {
        String first = "{\"results\":[{\"statement_id\":0,\"x\":1.50},{\"statement_id\":1}]}\n";
        String second = "{\"results\":[{\"statement_id\":0,\"error\":\"no\"}]}\n";
        try (RealRoutes routes =
                RealRoutes.configured(DEFAULT, asked -> asked.group().equals("cpu") ? first : second)) {
            Exchange done = ask(
                    routes,
                    "SELECT v FROM cpu;SELECT v FROM cpu2; SELECT v FROM mem; SELECT v FROM disk; SELECT v FROM cpu");
            assertThat(asked(routes))
                    .containsExactly("cpu: SELECT v FROM cpu;SELECT v FROM cpu2", "mem: SELECT v FROM mem");
            assertThat(RealRoutes.text(done))
                    .isEqualTo("{\"results\":[{\"statement_id\":0,\"x\":1.50},{\"statement_id\":1},"
                            + "{\"statement_id\":2,\"error\":\"not executed\"}]}\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE DATABASE x",
                "CREATE USER a WITH PASSWORD 'b'",
                "GRANT ALL TO a",
                "DROP SERIES WHERE a = 'b'"
            })
    void everyGroupExecutesIt(String statement) throws Exception {
        try (RealRoutes routes = RealRoutes.configured(DEFAULT, asked -> DONE)) {
            assertThat(RealRoutes.text(ask(routes, statement))).isEqualTo(DONE);
            assertThat(asked(routes))
                    .containsExactlyInAnyOrder("cpu: " + statement, "mem: " + statement, "rest: " + statement);
        }
    }

    @Test
    void saysWhatWasDoneWhere() throws Exception {
        Function<Asked, String> one =
                asked -> asked.group().equals("mem") ? DONE.replace("}]", ",\"error\":\"no <x>\"}]") : DONE;
        try (RealRoutes routes = RealRoutes.configured(DEFAULT, one)) {
            assertThat(RealRoutes.text(ask(routes, "DROP DATABASE x")))
                    .isEqualTo("{\"results\":[{\"statement_id\":0,"
                            + "\"error\":\"group cpu: done; group mem: not done: no <x>; group rest: done\"}]}\n");
        }
        try (RealRoutes routes = RealRoutes.configured(DEFAULT, asked -> DONE.replace("}]", ",\"error\":\"no\"}]"))) {
            assertThat(RealRoutes.text(ask(routes, "DROP DATABASE x")))
                    .isEqualTo(DONE.replace("}]", ",\"error\":\"no\"}]"));
        }
    }

    @Test
    void aDatabaseThatOneGroupLacksMayBeAnothers() throws Exception {
        String lacks = DONE.replace("}]", ",\"error\":\"database not found: d\"}]");
        String has =
                DONE.replace("}]", ",\"series\":[{\"name\":\"m\",\"columns\":[\"tagKey\"],\"values\":[[\"k\"]]}]}]");
        try (RealRoutes routes =
                RealRoutes.configured(DEFAULT, asked -> asked.group().equals("mem") ? has : lacks)) {
            assertThat(RealRoutes.text(ask(routes, "SHOW TAG KEYS ON d"))).isEqualTo(has);
        }
    }

    @Test
    void oneGroupWithoutARuleGetsEverythingUnread() throws Exception {
        String two = "gateway.group.all.dialect = influxdb\ngateway.group.all.urls = http://127.0.0.1:1\n";
        try (RealRoutes routes = RealRoutes.configured(two, asked -> DONE)) {
            ask(routes, "SHOW STATS; SELEKT");
            routes.send("POST", "/write?db=x", "cpu v=1");
            routes.send("POST", "/api/v2/query", "{\"query\":\"buckets()\"}");
            assertThat(routes.asked()).extracting(Asked::group).containsExactly("all", "all", "all");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"query":"from(bucket:\\"cpu/autogen\\")"} | cpu
            from(bucket: "mem")                        | mem
            x = from(bucket: "cpu/a") y = from(bucket: "mem")                 | ``
            from(bucket: b)                                                   | ``
            from(bucket: "cpu") from(bucketID: "0")                           | ``
            buckets()                                                         | ``
            """)
    void fluxGoesByItsBuckets(String flux, String group) throws Exception {
        try (RealRoutes routes = RealRoutes.configured(BY_DATABASE, asked -> DONE)) {
            Exchange done = routes.send("POST", "/api/v2/query", flux);
            assertThat(routes.asked())
                    .extracting(Asked::group)
                    .containsExactly(group.isEmpty() ? new String[0] : new String[] {group});
            assertThat(done.getException() instanceof UnreadableRequest).isEqualTo(group.isEmpty());
        }
    }
}
