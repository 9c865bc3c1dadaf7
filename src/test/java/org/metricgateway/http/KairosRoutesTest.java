package org.metricgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricgateway.metric.UnreadableRequest;
import org.metricgateway.routing.Unowned;

/** The KairosDB routes as they stand in {@code routes/}, with the rules of {@code application.properties}: cpu. and mem. */
final class KairosRoutesTest {

    private static final String QUERY = "/api/v1/datapoints/query";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST   | /api/v1/datapoints/query            | {"metrics":[{"name":"mem.a"}]}                | mem
            POST   | /api/v1/datapoints/query/tags       | {"metrics":[{"name":"cpu.a"},{"name":"cpu.b"}]} | cpu
            POST   | /api/v1/datapoints                  | {"name":"mem.a","timestamp":1,"value":25}     | mem
            POST   | /api/v1/datapoints/delete           | {"metrics":[{"name":"mem.a"}]}                | mem
            POST   | /api/v1/datapoints/query            | {"metrics":[]}                                | cpu
            DELETE | /api/v1/metric/mem.free             | ``                                            | mem
            GET    | /api/v1/datapoints/index?metric=mem | ``                                            | cpu
            GET    | /api/v1/rollups                     | ``                                            | cpu
            OPTIONS | /api/v1/datapoints/query           | ``                                            | cpu
            """)
    void goesWholeToOneGroup(String method, String uri, String body, String group) throws Exception {
        try (RealRoutes routes = RealRoutes.with(asked -> "{}")) {
            Exchange done = routes.send(method, uri, body);
            if (uri.endsWith("metric=mem")) {
                // No rule owns "mem" alone.
                assertThat(done.getException()).isInstanceOf(Unowned.class);
                assertThat(routes.asked()).isEmpty();
            } else {
                assertThat(done.getException()).isNull();
                assertThat(routes.asked()).containsExactly(new Asked(group, method, body));
            }
        }
    }

    @Test
    void isSplitAndMergedInTheOrderOfTheRequest() throws Exception {
        String query =
                "{\"start_absolute\":1,\"metrics\":[{\"name\":\"mem.a\"},{\"name\":\"cpu.b\"},{\"name\":\"mem.c\"}]}";
        try (RealRoutes routes = RealRoutes.with(KairosRoutesTest::oneElementForEachName)) {
            Exchange done = routes.send("POST", QUERY, query);
            assertThat(done.getException()).isNull();
            assertThat(RealRoutes.text(done))
                    .isEqualTo("{\"queries\":[{\"of\":\"mem\"},{\"of\":\"cpu\"},{\"of\":\"mem\"}]}");
            assertThat(routes.asked())
                    .containsExactlyInAnyOrder(
                            new Asked(
                                    "mem",
                                    "POST",
                                    "{\"start_absolute\":1,\"metrics\":[{\"name\":\"mem.a\"},{\"name\":\"mem.c\"}]}"),
                            new Asked("cpu", "POST", "{\"start_absolute\":1,\"metrics\":[{\"name\":\"cpu.b\"}]}"));
        }
    }

    private static String oneElementForEachName(Asked asked) {
        String element = "{\"of\":\"" + asked.group() + "\"}";
        int names = asked.body().split("\"name\"").length - 1;
        return "{\"queries\":[" + String.join(",", java.util.Collections.nCopies(names, element)) + "]}";
    }

    @Test
    void aQueryInTheUrlGoesToItsOwnersByPost() throws Exception {
        String query = "%7B%22metrics%22:[%7B%22name%22:%22mem.a%22%7D,%7B%22name%22:%22cpu.b%22%7D]%7D";
        try (RealRoutes routes = RealRoutes.with(KairosRoutesTest::oneElementForEachName)) {
            Exchange done = routes.send("GET", QUERY + "?query=" + query, "");
            assertThat(done.getException()).isNull();
            assertThat(routes.asked()).extracting(Asked::method).containsExactly("POST", "POST");
        }
    }

    @Test
    void namesOfEveryGroupAreOneList() throws Exception {
        try (RealRoutes routes = RealRoutes.with(asked -> "{\"results\":[\"" + asked.group() + ".x\",\"both\"]}")) {
            Exchange done = routes.send("GET", "/api/v1/metricnames", "");
            assertThat(RealRoutes.text(done)).isEqualTo("{\"results\":[\"both\",\"cpu.x\",\"mem.x\"]}");
        }
    }

    @Test
    void theFirstGroupThatAnswersSaysTheVersion() throws Exception {
        try (RealRoutes routes = RealRoutes.with(asked -> "{\"version\":\"" + asked.group() + "\"}")) {
            Exchange done = routes.send("GET", "/api/v1/version", "");
            assertThat(RealRoutes.text(done)).isEqualTo("{\"version\":\"cpu\"}");
            assertThat(routes.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"metrics":[{"name":"cpu.a"},{"name":"disk.b"}]}      | disk.b
            {"metrics":[{"name":"cpu.a"},{"name":"cpu.a","name":"mem.a"}]} | second "name"
            {"metrics":[{"name":"cpu.a","aggregators":[{"name":"save_as","metric_name":"x"}]},{"name":"mem.b"}]} | save_as
            """)
    void isRefusedBeforeAnybodyIsAsked(String body, String reason) throws Exception {
        try (RealRoutes routes = RealRoutes.with(asked -> "{}")) {
            Exchange done = routes.send("POST", QUERY, body);
            assertThat(done.getException())
                    .isInstanceOfAny(Unowned.class, UnreadableRequest.class)
                    .hasMessageContaining(reason);
            assertThat(routes.asked()).isEmpty();
        }
    }

    @Test
    void aWhenOfOnesOwnDecidesForTheWholeRequest() throws Exception {
        // Text blocks lose their common indentation: each line keeps twelve blanks more than the delimiter has.
        String own = """
                            when:
                              - expression:
                                  simple:
                                    expression: "${variable.metrics[0]} == 'mem.a'"
                                steps:
                                  - setVariable:
                                      name: group
                                      expression:
                                        constant:
                                          expression: special
                """;
        try (RealRoutes routes = RealRoutes.edited(
                yaml -> yaml.contains("id: choose-owner") ? yaml.replace("            when:\n", own) : yaml)) {
            routes.send("POST", QUERY, "{\"metrics\":[{\"name\":\"mem.a\"},{\"name\":\"cpu.b\"}]}");
            assertThat(routes.asked()).extracting(Asked::group).containsExactly("special");
        }
    }
}
