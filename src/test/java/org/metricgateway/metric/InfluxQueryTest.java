package org.metricgateway.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.metric.InfluxSource.Form;

/** What statements do, and to what. Each was tried on InfluxDB 1.6. */
final class InfluxQueryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT value FROM cpu                                         | SELECT   | cpu
            select value from "mem"limit 1                                | SELECT   | mem
            SELECT value FROM "m\\"em", mem, "me\\\\m"                    | SELECT   | m"em,mem,me\\m
            SELECT value FROM "mem" , zz.autogen.cpu, zz..disk,"zz"."autogen"./c.*x/ | SELECT | mem,zz.autogen.cpu,zz..disk,zz.autogen./c.*x/
            SELECT value FROM autogen.mem                                 | SELECT   | .autogen.mem
            SELECT value FROM /a\\/b/ WHERE host =~ /c/                   | SELECT   | /a/b/
            SELECT value/w, value / 2 FROM mem                            | SELECT   | mem
            SELECT (a+b)/c/d FROM mem                                     | SELECT   | mem
            SELECT "FROM cpu" FROM mem WHERE x = 'FROM disk'              | SELECT   | mem
            SELECT value FROM mem -- FROM cpu                             | SELECT   | mem
            SELECT mean(x) FROM (SELECT x FROM cpu WHERE (a = 1)), mem    | SELECT   | cpu,mem
            SELECT mean(x) FROM (SELECT x FROM (SELECT x FROM cpu), disk) | SELECT   | cpu,disk
            SELECT value FROM $m                                          | SELECT   | $m
            SELECT value INTO "new" FROM mem                              | INTO     | mem->new
            SELECT value INTO db.rp.:MEASUREMENT FROM /.*/                | INTO     | /.*/->db.rp.:MEASUREMENT
            EXPLAIN SELECT value FROM cpu,mem                             | EXPLAIN  | cpu,mem
            EXPLAIN ANALYZE SELECT value FROM cpu                         | EXPLAIN  | cpu
            SHOW DATABASES                                                | SHOW_LIST | ``
            SHOW MEASUREMENTS WITH MEASUREMENT =~ /c.*/ LIMIT 100         | SHOW_NAMES | ``
            SHOW TAG KEYS FROM cpu, mem                                   | SHOW_TAGS | cpu,mem
            SHOW TAG VALUES ON db FROM "cpu" WITH KEY = "host"            | SHOW_TAGS | cpu
            SHOW TAG VALUES WITH KEY IN (a, b) WHERE host = 'x'           | SHOW_TAGS | ``
            SHOW TAG VALUES CARDINALITY WITH KEY = host                   | SHOW_SERVER | ``
            SHOW FIELD KEYS FROM zz.autogen.cpu                           | SHOW_FIELDS | zz.autogen.cpu
            SHOW SERIES FROM /c.*/                                        | SHOW_SERIES | /c.*/
            SHOW SERIES EXACT CARDINALITY                                 | SHOW_SERVER | ``
            SHOW RETENTION POLICIES ON db                                 | SHOW_POLICIES | ``
            SHOW QUERIES                                                  | SHOW_SERVER | ``
            DELETE FROM cpu WHERE time < 1                                | DELETE   | cpu
            DELETE WHERE time < 1                                         | DELETE   | ``
            DROP SERIES FROM cpu                                          | DELETE   | cpu
            DROP MEASUREMENT "cpu"                                        | DELETE   | cpu
            DROP SHARD 1                                                  | SERVER   | ``
            KILL QUERY 3                                                  | SERVER   | ``
            DROP DATABASE db                                              | DEFINE   | ``
            CREATE USER x WITH PASSWORD 'a;b'                             | DEFINE   | ``
            SET PASSWORD FOR x = 'y'                                      | DEFINE   | ``
            GRANT READ ON db TO x                                         | DEFINE   | ``
            REVOKE ALL PRIVILEGES FROM x                                  | DEFINE   | ``
            CREATE RETENTION POLICY p ON db DURATION 1h30m REPLICATION 1  | DEFINE   | ``
            CREATE CONTINUOUS QUERY q ON db BEGIN SELECT mean(v) INTO b FROM a GROUP BY time(1m) END | INTO | a->b
            """)
    void says(String text, String kind, String about) {
        InfluxQuery query = InfluxQuery.of(text);
        assertThat(query.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.kind()).hasToString(kind);
            assertThat(about(statement)).isEqualTo(about);
        });
    }

    private static String about(InfluxStatement statement) {
        String from = statement.sources().stream().map(InfluxQueryTest::text).collect(Collectors.joining(","));
        return statement.target() == null ? from : from + "->" + text(statement.target());
    }

    private static String text(InfluxSource source) {
        String name = source.measurement();
        String shown =
                switch (source.form()) {
                    case NAME -> name;
                    case REGEX -> "/" + name + "/";
                    case BOUND -> "$" + name;
                    case BACK -> ":" + name;
                };
        boolean bare = source.database().isEmpty() && source.policy().isEmpty();
        return bare ? shown : source.database() + "." + source.policy() + "." + shown;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ";",
                "SELEKT 1",
                "SELECT 1",
                "SELECT value FROM",
                "SELECT value FROM 'cpu'",
                "SELECT value FROM cpu; SELEKT",
                "SELECT 'x FROM cpu",
                "SELECT \"a\nb\" FROM cpu",
                "SELECT value FROM /a",
                "SELECT x /* FROM cpu",
                "SELECT '\\x' FROM cpu",
                "SELECT value FROM a.b.c.d",
                "SELECT x FROM (DELETE FROM cpu)",
                "SELECT x FROM (SELECT x FROM cpu",
                "EXPLAIN SHOW SERIES",
                "SHOW MEASUREMENTS LIMIT x",
                "SHOW"
            })
    void isForTheDatabaseToRefuse(String text) {
        assertThat(InfluxQuery.of(text).statements()).isEmpty();
    }

    @Test
    void subqueriesEndSomewhere() {
        assertThat(InfluxQuery.of("SELECT x FROM (".repeat(100_000)).statements())
                .isEmpty();
    }

    @Test
    void dividesAtSemicolons() {
        InfluxQuery query =
                InfluxQuery.of(";; SELECT ';' FROM \";\" /* ; */;-- ;\nSHOW DATABASES ;DROP SERIES FROM /;/;");
        assertThat(query.statements()).hasSize(3);
        assertThat(query.of(new int[] {0, 2})).isEqualTo("SELECT ';' FROM \";\";DROP SERIES FROM /;/");
        assertThat(query.of(new int[] {1})).isEqualTo("SHOW DATABASES");
        assertThat(query.statements().get(0).sources()).containsExactly(new InfluxSource("", "", Form.NAME, ";"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT value FROM a, b                                  | false | false | false
            SELECT mean(value) * 2 FROM a, b GROUP BY time(1m), host fill(0) | false | false | false
            SELECT a*b, (a)*2 FROM a, b                             | false | false | false
            SELECT * FROM a, b                                      | true  | false | false
            SELECT a, * FROM a, b                                   | true  | false | false
            SELECT count(*) FROM a, b                               | true  | false | false
            SELECT /x/ FROM a, b                                    | true  | false | false
            SELECT mean(/x/) FROM a, b                              | true  | false | false
            SELECT value FROM a, b GROUP BY *                       | true  | false | false
            SELECT value FROM a, b GROUP BY host, /x/               | true  | false | false
            SELECT value FROM /a/, b WHERE host =~ /x/ AND v * 2 > 3 | false | false | false
            SELECT value FROM a, b ORDER BY time DESC LIMIT 3       | false | false | true
            SELECT x FROM (SELECT x FROM a ORDER BY time DESC)      | false | true  | false
            """)
    void whetherItCanBeDivided(String text, boolean expands, boolean nested, boolean descending) {
        InfluxStatement statement = InfluxQuery.of(text).statements().get(0);
        assertThat(statement.expands()).isEqualTo(expands);
        assertThat(statement.nested()).isEqualTo(nested);
        assertThat(statement.descending()).isEqualTo(descending);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SHOW SERIES                           | SHOW SERIES
            SHOW SERIES LIMIT 10                  | SHOW SERIES LIMIT 10
            SHOW SERIES LIMIT 10 OFFSET 5         | SHOW SERIES LIMIT 15 OFFSET 0
            SHOW SERIES OFFSET 5                  | SHOW SERIES OFFSET 0
            SHOW SERIES LIMIT 0 OFFSET 100        | SHOW SERIES LIMIT 0 OFFSET 0
            SHOW DATABASES; SHOW SERIES LIMIT 2000000000 OFFSET 2000000000 | SHOW SERIES LIMIT 4000000000 OFFSET 0
            """)
    void asksForAllUpToTheLastOneWanted(String text, String widened) {
        InfluxQuery query = InfluxQuery.of(text);
        InfluxStatement last = query.statements().get(query.statements().size() - 1);
        assertThat(last.page().widened(text, last.text())).isEqualTo(widened);
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT v FROM a; SHOW SERIES; EXPLAIN SELECT v FROM a, true",
        "SELECT v INTO b FROM a, false",
        "SELEKT, false"
    })
    void whetherItChangesNothing(String text, boolean read) {
        assertThat(InfluxQuery.of(text).isRead()).isEqualTo(read);
    }
}
