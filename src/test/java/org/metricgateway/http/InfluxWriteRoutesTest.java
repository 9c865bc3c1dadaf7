package org.metricgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricgateway.metric.UnreadableRequest;
import org.metricgateway.routing.Unowned;

/** The InfluxDB write path as it stands in {@code routes/}: {@code cpu} and {@code mem} have rules, {@code rest} has none. */
final class InfluxWriteRoutesTest {

    private static final String WRITE = "/write?db=x";

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

    /** An arrow stands for a newline. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mem v=1↵mem,a=b v=2 1↵      | mem
            # x↵↵                       | rest
            ``                          | rest
            this is none                | rest
            other v=1                   | rest
            cpu,host=a                  | cpu
            cpu v=1↵cpu,host=a          | cpu
            cpu v="↵mem v=1↵"           | cpu
            """)
    void goesWholeToOneGroup(String body, String group) throws Exception {
        String lines = body.replace('↵', '\n');
        assertAsked(DEFAULT, lines, new Asked(group, "POST", lines));
    }

    @Test
    void isSplitByLine() throws Exception {
        assertAsked(
                DEFAULT,
                "mem v=1 1\ncpu v=2\nnone\nother,a=b v=3\n# x\nmem v=\"\n\" 4\ncpu v=5",
                new Asked("cpu", "POST", "cpu v=2\ncpu v=5"),
                new Asked("mem", "POST", "mem v=1 1\nmem v=\"\n\" 4\n"),
                new Asked("rest", "POST", "none\nother,a=b v=3\n# x\n"));
    }

    @Test
    void withoutADefaultGroupTheFirstRefusesWhatNobodyCanRead() throws Exception {
        assertAsked(
                GROUPS,
                "mem v=1\nnone here\n,a=b v=1\n",
                new Asked("cpu", "POST", "none here\n,a=b v=1\n"),
                new Asked("mem", "POST", "mem v=1\n"));
        assertAsked(GROUPS, "", new Asked("cpu", "POST", ""));
    }

    @Test
    void nothingIsSentIfNobodyOwnsAMeasurement() throws Exception {
        try (RealRoutes routes = RealRoutes.configured(GROUPS, asked -> "")) {
            assertThat(routes.send("POST", WRITE, "cpu v=1\nother v=1").getException())
                    .isInstanceOf(Unowned.class)
                    .hasMessageContaining("no rule owns other");
            assertThat(routes.asked()).isEmpty();
        }
    }

    @Test
    void tooManyMeasurementsAreRefused() throws Exception {
        try (RealRoutes routes = RealRoutes.configured(DEFAULT + "gateway.limit.metrics = 2\n", asked -> "")) {
            assertThat(routes.send("POST", WRITE, "a v=1\nb v=1\nc v=1").getException())
                    .isInstanceOf(UnreadableRequest.class)
                    .hasMessageContaining("more than 2");
            assertThat(routes.asked()).isEmpty();
        }
    }

    @Test
    void inSimpleModeTheFirstMeasurementDecides() throws Exception {
        String body = "# x\nmem v=1\ncpu v=2\n";
        assertAsked(DEFAULT + "gateway.mode = simple\n", body, new Asked("mem", "POST", body));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /write?db=memory&rp=week                 | mem
            /write?db=cpu&u=a&p=b                    | cpu
            /write?db=x&rp=mem                       | rest
            /write                                   | rest
            /write?db=week&rp=two                    | week
            /api/v2/write?bucket=week/two&org=x      | week
            /api/v2/write?bucket=cpu                 | cpu
            """)
    void byDatabaseItGoesWhole(String uri, String group) throws Exception {
        String properties = DEFAULT + """
                gateway.group.week.dialect = influxdb
                gateway.group.week.urls = http://127.0.0.1:4
                gateway.rule.3 = ^week[.]two$ -> week
                gateway.influxdb.route-by = database
                """;
        try (RealRoutes routes = RealRoutes.configured(properties, asked -> "")) {
            assertThat(routes.send("POST", uri, "cpu v=1\nmem v=1").getException())
                    .isNull();
            assertThat(routes.asked()).containsExactly(new Asked(group, "POST", "cpu v=1\nmem v=1"));
        }
    }

    @ParameterizedTest
    @CsvSource({"ns, 19", "n, 19", "u, 16", "ms, 13", "s, 10", "m, 8", "h, 6", "us, 19", "'', 19"})
    void stampsOnlyForTheGroupThatWantsIt(String precision, int digits) throws Exception {
        String properties = DEFAULT + "gateway.group.mem.stamp = true\n";
        try (RealRoutes routes = RealRoutes.configured(properties, asked -> "")) {
            routes.send("POST", WRITE + "&precision=" + precision, "cpu v=1\nmem v=1\nmem v=2 7\n# x\nmem v=3");
            assertThat(routes.asked()).hasSize(2).contains(new Asked("cpu", "POST", "cpu v=1\n"));
            assertStamped(routes.asked(), "mem v=1 (\\d{%1$d})\nmem v=2 7\n# x\nmem v=3 \\1".formatted(digits));
        }
    }

    @Test
    void stampsWhatGoesWhole() throws Exception {
        String properties = DEFAULT + "gateway.group.mem.stamp = true\n";
        try (RealRoutes routes = RealRoutes.configured(properties, asked -> "")) {
            routes.send("POST", "/api/v2/write?bucket=x&precision=us", "mem v=1");
            assertStamped(routes.asked(), "mem v=1 \\d{16}");
        }
    }

    @Test
    void stampsWhereOneGroupOwnsAll() throws Exception {
        String properties = """
                gateway.group.mem.dialect = influxdb
                gateway.group.mem.urls = http://127.0.0.1:2
                gateway.group.mem.stamp = true
                """;
        try (RealRoutes routes = RealRoutes.configured(properties, asked -> "")) {
            routes.send("POST", WRITE, "any v=1\n");
            assertStamped(routes.asked(), "any v=1 \\d{19}\n");
        }
    }

    private static void assertStamped(List<Asked> asked, String expected) {
        assertThat(asked)
                .filteredOn(each -> each.group().equals("mem"))
                .singleElement()
                .satisfies(mem -> assertThat(mem.body()).matches(Pattern.compile(expected)));
    }

    private static void assertAsked(String properties, String body, Asked... asked) throws Exception {
        try (RealRoutes routes = RealRoutes.configured(properties, each -> "")) {
            assertThat(routes.send("POST", WRITE, body).getException()).isNull();
            assertThat(routes.asked()).containsExactlyInAnyOrder(asked);
        }
    }
}
