package org.metricgateway.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KairosQueryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"metrics":[{"name":"cpu"}]}                                            | cpu
            {"metrics":[{"name":"cpu"},{"name":"mem"}]}                             | cpu, mem
            {"metrics":[{"name":"cpu"},{"name":"mem"},{"name":"cpu"}]}              | cpu, mem, cpu
            {"start_absolute":1,"metrics":[{"tags":{},"name":"cpu"}],"time_zone":"UTC"} | cpu
            {"metrics":[{"name":"a","aggregators":[{"name":"sum"}],"group_by":[{"name":"tag"}]}]} | a
            {"metrics":[{"aggregators":[{"name":"sum"}],"name":"a"}]}               | a
            {"metrics":[{"tags":{"name":["x"]},"x":{"name":"y"},"name":"a"}]}       | a
            {"x":{"metrics":[{"name":"no"}]},"metrics":[{"name":"yes"}]}            | yes
            {"m\\u0065trics":[{"n\\u0061me":"c\\u0070u"}]}                          | cpu
            {"metrics":[{"name":"métric 漢 \\ud83d\\ude00"}]}                       | métric 漢 😀
            {"metrics":[{"name":17},{"name":1e3},{"name":true}]}                    | 17, 1e3, true
            {"metrics":[{"name":"cpu"}],"metric":"mem"}                             | cpu
            {"metric":"cpu"}                                                        | cpu
            {"x":[{"metricName":"no"}],"metricName":"cpu"}                          | cpu
            """)
    void names(String body, String metrics) {
        assertThat(String.join(", ", Bodies.query(body).names())).isEqualTo(metrics);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"hello\"",
                "7",
                "[{\"metrics\":[{\"name\":\"a\"}]}]",
                "{\"metrics\":[]}",
                "{\"metrics\":null}",
                "{\"metrics\":{\"name\":\"a\"}}",
                "{\"metrics\":[],\"metric\":\"a\"}",
                "{\"metric\":\"\"}",
                "{\"metric\":[\"a\"]}"
            })
    void leavesOneThatNamesNoMetricToTheDatabase(String body) {
        assertThat(Bodies.query(body).names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\"}",
                "{\"name\":null}",
                "{\"Name\":\"a\"}",
                "\"a\"",
                "1.5e3",
                "true",
                "null",
                "[{\"name\":\"a\"}]"
            })
    void keepsThePlaceOfAnElementWithoutAName(String element) {
        byte[] body = Bodies.bytes("{\"metrics\":[{\"name\":\"a\"} , " + element + " ,{\"name\":\"b\"}]}");
        Mentions mentions = Bodies.query(body);
        assertThat(mentions.names()).containsExactly("a", Mentions.UNNAMED, "b");
        assertThat(Bodies.text(body, mentions.element(1))).isEqualTo(element);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"metrics":[{"name":"a","aggregators":[{"name":"sum"},{"name":"save_as","metric_name":"b"}]}]} | true
            {"metrics":[{"name":"a"},{"aggregators":[{"name":["save_as"]}],"name":"a"}]}                   | true
            {"metrics":[{"name":"a","aggregators":[{"n\\u0061me":"s\\u0061ve_as"}]}]}                      | true
            {"metrics":[{"name":"save_as","tags":{"name":["save_as"]}}]}                                   | false
            {"metrics":[{"name":"a","aggregators":[{"name":"filter","value":"save_as"}]}]}                 | false
            {"metrics":[{"name":"a","aggregators":"save_as"}]}                                             | false
            {"metrics":[{"name":"a","aggregators":[]},{"name":"b","aggregators":null}]}                    | false
            {"metric":"save_as"}                                                                           | false
            """)
    void seesAQueryThatWrites(String body, boolean saving) {
        assertThat(Bodies.query(body).saving()).isEqualTo(saving);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            029-query-two-metrics            | cpu, mem
            030-query-two-metrics-reversed   | mem, cpu
            050-query-unknown-between-known  | cpu, nosuch, mem
            054-query-duplicate-names        | cpu, cpu, cpu
            056-query-unicode                | métric 漢
            083-query-metrics-empty          | ``
            087-query-second-metric-bad      | `cpu, `
            102-tags-two-metrics             | cpu, mem
            137-delete-part                  | cpu
            """)
    void readsWhatClientsSend(String sample, String metrics) {
        assertThat(String.join(
                        ", ",
                        Bodies.query(Bodies.recorded(sample + ".request.json")).names()))
                .isEqualTo(metrics);
    }
}
