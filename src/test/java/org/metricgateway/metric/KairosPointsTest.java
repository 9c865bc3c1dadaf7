package org.metricgateway.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KairosPointsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"cpu","timestamp":1,"value":25,"tags":{"name":"a"}}            | cpu
            {"datapoints":[[1,1e300],[2,"name"]],"name":"cpu"}                     | cpu
            [{"name":"cpu"}]                                                       | cpu
            [{"name":"cpu"},{"name":"mem"},{"name":"cpu"}]                         | cpu, mem, cpu
            [{"name":"a","value":{"name":"b"}},{"name":7},{"n\\u0061me":"c"}]      | a, 7, c
            [{"name":"a","metrics":[{"name":"b"}],"metric":"c"}]                   | a
            []                                                                     | ``
            "text"                                                                 | ``
            7                                                                      | ``
            """)
    void names(String body, String metrics) {
        assertThat(String.join(", ", Bodies.points(body).names())).isEqualTo(metrics);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                              | 1
            {"name":null}                   | 1
            [{},{"name":""},{"name":null}]  | 3
            [1,"a",null,[{"name":"a"}]]     | 4
            """)
    void keepsThePlaceOfElementsWithoutAName(String body, int elements) {
        assertThat(Bodies.points(body).names()).hasSize(elements).containsOnly(Mentions.UNNAMED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                          | the body is empty
            {"name":"a","name":"b"}                     | a metric has a second "name": leave one out at line 1 column 20
            [{"name":"a"},{"name":"a","name":"a"}]      | a second "name"
            [{'name':"a"}]                              | strict JSON is needed
            [{"name":"a","value":NaN}]                  | strict JSON is needed
            [{"name":"a"}                               | strict JSON is needed
            [{"name":"a"},]                             | strict JSON is needed
            [{"name":"a"}][]                            | text after its end
            [{"name":["a"]}]                            | must be a string
            """)
    void refuses(String body, String reason) {
        assertThatThrownBy(() -> Bodies.points(body))
                .isInstanceOf(UnreadableRequest.class)
                .hasMessageContaining(reason);
    }

    @Test
    void countsEachNameOnceAndEachElementWithoutOne() {
        assertThat(read("[{\"name\":\"a\"},{\"name\":\"a\"},{\"name\":\"b\"},{\"name\":\"a\"}]")
                        .names())
                .containsExactly("a", "a", "b", "a");
        assertThatThrownBy(() -> read("[{\"name\":\"a\"},{\"name\":\"b\"},{\"name\":\"c\"}]"))
                .isInstanceOf(UnreadableRequest.class)
                .hasMessageContaining("more than 2 metrics");
        assertThatThrownBy(() -> read("[{\"name\":\"a\"},1,1]")).isInstanceOf(UnreadableRequest.class);
    }

    @Test
    void readsPastValuesOfAnyLength() {
        String value = "\"" + "é".repeat(2 << 20) + "\"";
        assertThat(Bodies.points("[{\"value\":" + value + ",\"name\":\"a\",\"x\":[" + value + "]},{\"name\":\"b\"}]")
                        .names())
                .containsExactly("a", "b");
    }

    @Test
    void aLoneObjectIsNeverCutUp() {
        byte[] body = Bodies.bytes(" {\"name\":\"a\",\"value\":1e300} \n");
        Mentions mentions = Bodies.points(body);
        assertThat(Bodies.text(body, mentions.element(0))).isEqualTo("{\"name\":\"a\",\"value\":1e300}");
        assertThat(Bodies.text(body, mentions.share(new int[] {0}))).isEqualTo("{\"name\":\"a\",\"value\":1e300} \n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            005-write-array          | cpu, cpu, cpu, mem
            006-write-object         | disk
            009-write-unicode-tags   | métric 漢
            018-write-no-name        | ``
            021-write-several-errors | `, ok_part, y`
            """)
    void readsWhatClientsSend(String sample, String metrics) {
        assertThat(String.join(
                        ", ",
                        Bodies.points(Bodies.recorded(sample + ".request.json")).names()))
                .isEqualTo(metrics);
    }

    private static Mentions read(String body) {
        return KairosPoints.read(new ByteArrayInputStream(Bodies.bytes(body)), Bodies.limits(2, 3));
    }
}
