package org.metricgateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written and deleted through the gateway is there and gone as in one KairosDB; each test has its metrics. */
@ExtendWith(SharedClusters.class)
class WriteDifferentialIT {

    private static final String WRITE = "/api/v1/datapoints";
    private static final String TAGS = "{\"host\":\"a\"}";

    private final Clusters clusters;

    WriteDifferentialIT(Clusters clusters) {
        this.clusters = clusters;
    }

    @Test
    void oneObjectOfOneMetric() {
        clusters.ask("POST", WRITE, point("cpu.object", "1")).assertSame();
        assertBothHave(1, "cpu.object");
    }

    @Test
    void literalsAsWritten() {
        String values = "[[1,25],[2,25.0],[3,1e300],[4,1.0e300],[5,123456789012345678],[6,-0.0],[7,\"text\"],[8,1E+2]]";
        String body = Samples.array(
                List.of(Samples.line("cpu.literals", TAGS, values), Samples.line("mem.literals", TAGS, values)));
        clusters.ask("POST", WRITE, body).assertSame();
        assertBothHave(8, "cpu.literals", "mem.literals");
    }

    @ParameterizedTest
    @CsvSource({"Content-Encoding, gzip, encoded", "Content-Type, application/gzip, typed"})
    void gzipped(String header, String value, String name) {
        String split = Samples.array(List.of(point("cpu." + name, "1"), point("mem." + name, "2")));
        clusters.ask("POST", WRITE, gzip(split), header, value).assertSame();
        clusters.ask("POST", WRITE, gzip(point("mem.alone." + name, "3")), header, value)
                .assertSame();
        assertBothHave(1, "cpu." + name, "mem." + name, "mem.alone." + name);
    }

    @Test
    void theGoodOfAPartlyBadArrayOfOneOwner() {
        String body =
                Samples.array(List.of(point("cpu.good", "1"), "{\"name\":\"cpu.bad\",\"timestamp\":1,\"value\":1}"));
        Pair answers = clusters.ask("POST", WRITE, body);
        assertThat(answers.expected().status()).isEqualTo(400);
        answers.assertSame();
        assertBothHave(1, "cpu.good");
    }

    @Test
    void theGoodOfAPartlyBadArrayOfTwoOwners() {
        String bad = "{\"name\":\"mem.partly\",\"timestamp\":1,\"value\":1}";
        String body = Samples.array(List.of(point("cpu.partly", "1"), bad, point("mem.partly", "2")));
        Pair answers = clusters.ask("POST", WRITE, body);
        assertThat(answers.actual().status()).isEqualTo(answers.expected().status());
        assertThat(answers.actual().text()).contains("tags count must be greater than or equal to 1");
        assertBothHave(1, "cpu.partly", "mem.partly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"name\":\"\",\"timestamp\":1,\"value\":1,\"tags\":{\"a\":\"b\"}}]"})
    void whatNamesNoMetric(String body) {
        clusters.ask("POST", WRITE, body).assertSame();
    }

    @Test
    void deletedByName() {
        write("cpu.deleted", "mem.deleted");
        clusters.ask("DELETE", "/api/v1/metric/mem.deleted", "").assertSame();
        assertBothHave(0, "mem.deleted");
        assertBothHave(1, "cpu.deleted");
    }

    @Test
    void deletedByAQueryOfTwoOwners() {
        write("cpu.cleared", "mem.cleared", "mem.spared");
        clusters.ask("POST", WRITE + "/delete", query("cpu.cleared", "mem.cleared"))
                .assertSame();
        assertBothHave(0, "cpu.cleared", "mem.cleared");
        assertBothHave(1, "mem.spared");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metricnames",
                "metricnames?prefix=cpu.",
                "metricnames?prefix=zzz",
                "version",
                "features",
                "features/aggregators",
                "features/group_by",
                "datapoints/index?metric=cpu.load&start_absolute=1600000000000&end_absolute=1600009000000"
            })
    void whatIsAskedOfAll(String path) {
        clusters.ask("GET", "/api/v1/" + path, "").assertSame();
    }

    private void write(String... metrics) {
        for (String metric : metrics) {
            clusters.ask("POST", WRITE, point(metric, "1")).assertSame();
        }
    }

    /** Each of them so many points, and the same. */
    private void assertBothHave(int points, String... metrics) {
        Pair answers = clusters.query(query(metrics));
        assertThat(answers.expected().text().split("\"sample_size\":" + points + ",", -1))
                .hasSize(metrics.length + 1);
        answers.assertSame();
    }

    private static String query(String... metrics) {
        String names = String.join("\"},{\"name\":\"", metrics);
        return "{\"start_absolute\":0,\"metrics\":[{\"name\":\"%s\"}]}".formatted(names);
    }

    private static String point(String metric, String value) {
        return "{\"name\":\"%s\",\"timestamp\":1000,\"value\":%s,\"tags\":%s}".formatted(metric, value, TAGS);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return zipped.toByteArray();
    }
}
