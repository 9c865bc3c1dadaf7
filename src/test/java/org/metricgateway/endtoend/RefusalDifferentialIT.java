package org.metricgateway.endtoend;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What KairosDB refuses, the gateway refuses in the same words, whichever owner said them. */
@ExtendWith(SharedClusters.class)
class RefusalDifferentialIT {

    private static final String GOOD = "{\"name\":\"cpu.load\"},{\"name\":\"mem.used\"}";

    private final Clusters clusters;

    RefusalDifferentialIT(Clusters clusters) {
        this.clusters = clusters;
    }

    /** What the third metric of a query says, beside its name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"aggregators\":[{\"name\":\"nosuch\"}]",
                "\"aggregators\":[{\"name\":\"avg\"},{\"name\":\"nosuch\"}]",
                "\"aggregators\":[{\"sampling\":{\"value\":1,\"unit\":\"hours\"}}]",
                "\"aggregators\":[{\"name\":\"avg\",\"nosuch\":1}]",
                "\"aggregators\":[{\"name\":\"avg\",\"sampling\":{\"value\":0,\"unit\":\"hours\"}}]",
                "\"group_by\":[{\"name\":\"nosuch\"}]",
                "\"group_by\":[{\"name\":\"tag\"}]",
                "\"order\":\"sideways\"",
                "\"tags\":{\"host\":\"\"}",
                "\"tags\":{\"host\":[]}",
                "\"tags\":[\"host\"]",
                "\"limit\":-1"
            })
    void inTheThirdMetric(String wrong) {
        for (String name : new String[] {"cpu.load", "mem.used"}) {
            String metric = "{\"name\":\"%s\",%s}".formatted(name, wrong);
            clusters.query(query(GOOD + "," + metric)).assertSameRefusal();
            clusters.query(query("{\"name\":\"%s\"},%s".formatted(name, metric)))
                    .assertSame();
        }
    }

    static Stream<String> wholeQueries() {
        return Stream.of(
                "{\"metrics\":[%s]}",
                "{\"start_absolute\":2,\"end_absolute\":1,\"metrics\":[%s]}",
                "{\"start_relative\":{\"value\":1,\"unit\":\"parsecs\"},\"metrics\":[%s]}",
                "{\"start_absolute\":1,\"time_zone\":\"Mars/Olympus\",\"metrics\":[%s]}",
                "{\"start_absolute\":1,\"cache_time\":-1,\"metrics\":[%s]}");
    }

    /** What concerns no metric in particular. */
    @ParameterizedTest
    @MethodSource("wholeQueries")
    void inTheWholeQuery(String query) {
        clusters.query(query.formatted("{\"name\":\"mem.used\"}")).assertSame();
        clusters.query(query.formatted(GOOD)).assertSameStatus();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"start_absolute\":1,\"metrics\":[{\"name\":\"cpu.load\"},{\"name\":\"\"}]}",
                "{\"start_absolute\":1,\"metrics\":[{\"name\":\"mem.used\"},{\"limit\":3}]}",
                "{\"start_absolute\":1,\"metrics\":[{\"name\":\"\"}]}",
                "{\"start_absolute\":1,\"metrics\":[]}",
                "{\"start_absolute\":1}",
                "{}"
            })
    void withoutAName(String query) {
        clusters.query(query).assertSame();
    }

    @Test
    void byOtherPathsToo() {
        clusters.ask("POST", Clusters.QUERY + "/tags", query(GOOD + ",{\"name\":\"\"}"))
                .assertSameRefusal();
        clusters.ask("POST", "/api/v1/datapoints/delete", query("{\"name\":\"cpu.load\"},{\"name\":\"\"}"))
                .assertSame();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/features/nosuch",
                "/api/v1/rollups",
                "/api/v1/tagnames",
                "/api/v1/tagvalues",
                "/api/v1/metadata/s/k/nosuch"
            })
    void whatIsNotThere(String path) {
        clusters.ask("GET", path, "").assertSame();
    }

    private static String query(String metrics) {
        return "{\"start_absolute\":1600000000000,\"end_absolute\":1600009000000,\"metrics\":[%s]}".formatted(metrics);
    }
}
