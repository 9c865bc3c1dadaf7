package org.metricgateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.KairosServer;

/** A KairosDB that repeats the query in its answer: the merged one repeats the client's, not a share of it. */
class OriginalQueryIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path dir;

    private static Clusters clusters;

    @BeforeAll
    static void start() {
        clusters = Clusters.start(dir, KairosServer.RETURN_QUERY);
        clusters.fill();
    }

    @AfterAll
    static void stop() {
        clusters.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheClients(long seed) throws IOException {
        Pair answers = clusters.query(Queries.query(seed));
        assertThat(answers.expected().text()).startsWith("{\"original_query\":");
        // KairosDB prints its fields in no order, so text cannot be compared.
        assertThat(JSON.readTree(answers.actual().body()))
                .isEqualTo(JSON.readTree(answers.expected().body()));
    }
}
