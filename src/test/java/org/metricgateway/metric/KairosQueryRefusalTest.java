package org.metricgateway.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link KairosQuery} does not read. */
final class KairosQueryRefusalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                        | the body is empty
            `   `                                                     | the body is empty
            not json                                                  | strict JSON is needed: Unrecognized token 'not'
            {'metrics':[]}                                            | was expecting double-quote to start field name at line 1 column 2
            {"metrics":[{'name':"a"}]}                                | strict JSON is needed
            {"metrics":[{"name":'a'}]}                                | strict JSON is needed
            {metrics:[]}                                              | strict JSON is needed
            {"metrics":[]} // all                                     | strict JSON is needed
            /* all */ {"metrics":[]}                                  | strict JSON is needed
            # all                                                     | strict JSON is needed
            {"metrics":[],}                                           | strict JSON is needed
            {"metrics":[{"name":"a"},]}                               | strict JSON is needed
            {"metrics":[{"name":"a"}}                                 | strict JSON is needed
            {"metrics":[{"name":"a"}]                                 | strict JSON is needed: Unexpected end-of-input
            {"metrics":[]} {}                                         | text after its end at line 1 column 16
            {"metrics":[]} x                                          | strict JSON is needed
            {"x":NaN}                                                 | strict JSON is needed
            {"x":+1}                                                  | strict JSON is needed
            {"x":007}                                                 | strict JSON is needed
            {"x":.5}                                                  | strict JSON is needed
            {"metrics":[],"metrics":[{"name":"a"}]}                   | a second "metrics": leave one out at line 1 column 25
            {"metrics":null,"m\\u0065trics":[{"name":"a"}]}           | a second "metrics"
            {"metric":"a","metric":"b"}                               | a second "metric"
            {"metric":"a","metricName":"b"}                           | a second "metricName"
            {"metrics":[{"name":"a","name":"b"}]}                     | a metric has a second "name": leave one out at line 1 column 32
            {"metrics":[{"name":"a","n\\u0061me":"a"}]}               | a second "name"
            {"metrics":[{"name":null,"name":"a"}]}                    | a second "name"
            {"metrics":[{"name":["cpu"]}]}                            | a metric's "name" must be a string
            {"metrics":[{"name":{}}]}                                 | a metric's "name" must be a string
            """)
    void refuses(String body, String reason) {
        assertThatThrownBy(() -> Bodies.query(body))
                .isInstanceOf(UnreadableRequest.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        String body = "{\"metrics\":[{\"name\":\"métric\"}]}";
        assertRefused(body.getBytes(StandardCharsets.UTF_16BE), "UTF-8");
        assertRefused(body.getBytes(StandardCharsets.UTF_16LE), "UTF-8");
        assertRefused(body.getBytes(StandardCharsets.UTF_16), "UTF-8");
        assertRefused(body.getBytes(Charset.forName("UTF-32BE")), "UTF-8");
        assertRefused(body.getBytes(StandardCharsets.ISO_8859_1), "UTF-8");
    }

    @Test
    void refusesWhatCannotBeRead() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("not in GZIP format");
            }
        };
        assertThatThrownBy(() -> KairosQuery.read(broken, Bodies.LIMITS))
                .isInstanceOf(UnreadableRequest.class)
                .hasMessageContaining("not in GZIP format");
    }

    @Test
    void leavesAStreamsOwnFailureAlone() {
        IllegalStateException released = new IllegalStateException("released") {};
        InputStream gone = new InputStream() {
            @Override
            public int read() {
                throw released;
            }
        };
        assertThatThrownBy(() -> KairosQuery.read(gone, Bodies.LIMITS)).isSameAs(released);
    }

    @Test
    void refusesWhatGoesPastALimit() {
        assertRefused(Bodies.bytes("{\"x\":" + "[".repeat(100) + "]".repeat(100) + "}"), "depth (101)");
        assertThat(Bodies.query("{\"x\":" + "[".repeat(99) + "]".repeat(99) + "}")
                        .names())
                .isEmpty();
        assertRefused(Bodies.bytes("{\"x\":" + "1".repeat(1_001) + "}"), "past a limit");
        assertRefused(Bodies.bytes("{\"" + "x".repeat(70_000) + "\":1}"), "past a limit");
        assertRefused(Bodies.bytes("{\"metric\":\"" + "x".repeat(2 << 20) + "\"}"), "past a limit");
        assertThatThrownBy(() -> Bodies.query("[".repeat(101))).hasMessageNotContaining("StreamReadConstraints");
    }

    @Test
    void countsElementsAndTheBytesOfNames() {
        assertThat(read("{\"metrics\":[{\"name\":\"aé\"},{\"name\":\"aé\"}]}", 2, 3)
                        .names())
                .hasSize(2);
        assertThatThrownBy(() -> read("{\"metrics\":[{\"name\":\"ab\"},{},{}]}", 2, 3))
                .isInstanceOf(UnreadableRequest.class)
                .hasMessage("the request names more than 2 metrics: send several at line 1 column 31");
        assertThatThrownBy(() -> read("{\"metrics\":[{\"name\":\"éé\"}]}", 2, 3))
                .isInstanceOf(UnreadableRequest.class)
                .hasMessageStartingWith("a metric's name is longer than 3 bytes");
        assertThatThrownBy(() -> read("{\"metric\":\"four\"}", 2, 3)).isInstanceOf(UnreadableRequest.class);
    }

    private static Mentions read(String body, int metrics, int metricName) {
        return KairosQuery.read(new ByteArrayInputStream(Bodies.bytes(body)), Bodies.limits(metrics, metricName));
    }

    private static void assertRefused(byte[] body, String reason) {
        assertThatThrownBy(() -> Bodies.query(body))
                .isInstanceOf(UnreadableRequest.class)
                .hasMessageContaining(reason);
    }
}
