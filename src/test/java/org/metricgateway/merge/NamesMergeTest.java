package org.metricgateway.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamesMergeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"results":[]}                 | {"results":[]}                 | {"results":[]}
            {"results":["b","a"]}          | {"results":["c","a"]}          | {"results":["a","b","c"]}
            {"results":["b","B","_"]}      | {"results":["10","9","~"]}     | {"results":["10","9","B","_","b","~"]}
            {"results":["\\u0061"]}        | {"results":["a"]}              | {"results":["a"]}
            {"results":["Ä","é 漢","😀"]}  | {"results":["z"]}              | {"results":["z","Ä","é 漢","😀"]}
            {"results":["a\\"b\\\\","<\\/","/","\\u2013\\n\\u0001"]} | {"results":["=&'"]} | {"results":["/","<\\/","=&'","a\\"b\\\\","\\u2013\\n\\u0001"]}
            { "results" : [ "a" ] }        | {"results":["b"]}              | {"results":["a","b"]}
            """)
    void merges(String one, String other, String union) {
        NamesMerge merge = new NamesMerge();
        add(merge, one);
        add(merge, other);
        assertThat(merge.answer()).isEqualTo(union);
    }

    @Test
    void isWhatOneKairosDbAnswered() {
        String whole = Recorded.text("024-metricnames.response.json");
        NamesMerge merge = new NamesMerge();
        add(merge, Recorded.text("026-metricnames-prefix-none.response.json"));
        add(merge, whole);
        add(merge, Recorded.text("025-metricnames-prefix.response.json"));
        assertThat(merge.answer()).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "{}",
                "\"a\"",
                "{\"errors\":[]}",
                "{\"results\":\"a\"}",
                "{\"results\":[1]}",
                "{\"results\":[null]}",
                "{\"results\":[[\"a\"]]}",
                "{\"results\":[\"a\"",
                "{\"results\":[\"a\"]",
                "{\"results\":[\"a\"],\"x\":1}",
                "{\"results\":[]}{\"results\":[]}",
                "{\"queries\":[]}"
            })
    void refuses(String answer) {
        assertThatThrownBy(() -> add(new NamesMerge(), answer)).isInstanceOf(NotAnAnswer.class);
    }

    private static void add(NamesMerge merge, String answer) {
        merge.add(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    }
}
