package org.metricgateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.Http;

/** A gateway in front of two KairosDBs answers as one that holds everything does. */
@ExtendWith(SharedClusters.class)
class DifferentialIT {

    private static final int QUERIES = 300;
    private static final int OF_EACH_OTHER_KIND = 50;

    private final Clusters clusters;

    DifferentialIT(Clusters clusters) {
        this.clusters = clusters;
    }

    static LongStream queries() {
        return LongStream.range(0, QUERIES);
    }

    static LongStream others() {
        return LongStream.range(0, OF_EACH_OTHER_KIND);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void generatedQuery(long seed) {
        String query = Queries.query(seed);
        Pair answers = clusters.query(query);
        assertThat(answers.expected().status())
                .as("%s\n%s", query, answers.expected())
                .isEqualTo(200);
        answers.assertSame();
    }

    @ParameterizedTest
    @MethodSource("others")
    void queryOfTags(long seed) {
        clusters.ask("POST", Clusters.QUERY + "/tags", Queries.tags(seed)).assertSame();
    }

    @ParameterizedTest
    @MethodSource("others")
    void queryInAnUrl(long seed) {
        String encoded = URLEncoder.encode(Queries.query(seed), StandardCharsets.UTF_8);
        clusters.ask("GET", Clusters.QUERY + "?query=" + encoded, "").assertSame();
    }

    @ParameterizedTest
    @MethodSource("others")
    void oneOwnersBytes(long seed) {
        String query = Queries.queryOf("mem", seed);
        Answer owner = Http.post(clusters.mem().url() + Clusters.QUERY, query);
        Pair answers = clusters.query(query);
        assertThat(answers.actual().body()).isEqualTo(owner.body());
        answers.assertSame();
    }
}
