package org.metricgateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.Answer;

/** The same query, said in all the ways that KairosDB understands. */
@ExtendWith(SharedClusters.class)
class WireDifferentialIT {

    private static final String SPLIT =
            "{\"start_absolute\":1600000000000,\"metrics\":[{\"name\":\"cpu.load\"},{\"name\":\"mem.used\"}]}";
    private static final String WHOLE = "{\"start_absolute\":1600000000000,\"metrics\":[{\"name\":\"mem.used\"}]}";

    private final Clusters clusters;

    WireDifferentialIT(Clusters clusters) {
        this.clusters = clusters;
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=UTF-8", "text/plain", "x/y"})
    void whateverItsContentType(String type) {
        clusters.ask("POST", Clusters.QUERY, SPLIT, "Content-Type", type).assertSame();
        clusters.ask("POST", Clusters.QUERY, WHOLE, "Content-Type", type).assertSame();
    }

    @ParameterizedTest
    @ValueSource(strings = {SPLIT, WHOLE})
    void zippedForThoseWhoLikeIt(String query) throws IOException {
        Pair answers = clusters.ask("POST", Clusters.QUERY, query, "Accept-Encoding", "gzip");
        assertThat(answers.actual().header("Content-Encoding")).contains("gzip");
        assertThat(unzip(answers.actual())).isEqualTo(unzip(answers.expected()));
    }

    @ParameterizedTest
    @ValueSource(strings = {SPLIT, WHOLE})
    void withSpaceAround(String query) {
        clusters.query("\r\n " + query.replace(",", " ,\t") + "\n").assertSame();
    }

    @ParameterizedTest
    @ValueSource(strings = {SPLIT, WHOLE})
    void withNamesEscaped(String query) {
        clusters.query(query.replace("used", "\\u0075sed").replace("name", "n\\u0061me"))
                .assertSame();
    }

    @ParameterizedTest
    @ValueSource(strings = {SPLIT, WHOLE})
    void withASlashBehindThePath(String query) {
        clusters.ask("POST", Clusters.QUERY + "/", query).assertSame();
    }

    @Test
    void byOptions() {
        clusters.ask("OPTIONS", Clusters.QUERY, "", "Origin", "http://x", "Access-Control-Request-Method", "POST")
                .assertSame();
    }

    private static String unzip(Answer answer) throws IOException {
        GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()));
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
