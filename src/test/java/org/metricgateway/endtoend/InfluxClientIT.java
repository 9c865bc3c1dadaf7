package org.metricgateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBFactory;
import org.influxdb.dto.BatchPoints;
import org.influxdb.dto.Point;
import org.influxdb.dto.Query;
import org.influxdb.dto.QueryResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * InfluxDB's own Java client does everything through the gateway.
 *
 * @see <a href="https://github.com/influxdata/influxdb-java">influxdb-java</a>
 */
@ExtendWith(SharedInfluxClusters.class)
final class InfluxClientIT {

    private static final String DATABASE = "java_client";

    private final InfluxDB client;

    InfluxClientIT(InfluxClusters clusters) {
        client = InfluxDBFactory.connect(clusters.gateway().url());
    }

    @BeforeEach
    void write() {
        query("CREATE DATABASE " + DATABASE);
        client.setDatabase(DATABASE);
        BatchPoints.Builder batch = BatchPoints.database(DATABASE).tag("from", "batch");
        for (int i = 0; i < 10; i++) {
            batch.point(point("cpu", i)).point(point("mem", i)).point(point("disk", i));
        }
        client.enableGzip().write(batch.build());
    }

    @AfterEach
    void delete() {
        query("DROP DATABASE " + DATABASE);
        client.close();
    }

    private static Point point(String measurement, int i) {
        return Point.measurement(measurement)
                .tag("host", "a")
                .addField("value", i + 0.5)
                .time(1_600_000_000 + i, TimeUnit.SECONDS)
                .build();
    }

    private List<QueryResult.Result> query(String statements) {
        QueryResult answer = client.query(new Query(statements, DATABASE));
        assertThat(answer.hasError()).as("%s", answer).isFalse();
        return answer.getResults();
    }

    @Test
    void asksWhetherItIsThere() {
        assertThat(client.ping().isGood()).isTrue();
        assertThat(client.version()).startsWith("1.");
    }

    @Test
    void readsStatementsOfSeveralOwners() {
        List<QueryResult.Result> results =
                query("SELECT * FROM cpu; SELECT count(value) FROM mem; SELECT value FROM disk, cpu");
        assertThat(results).hasSize(3);
        assertThat(results.get(0).getSeries().get(0).getValues()).hasSize(10);
        assertThat(results.get(1).getSeries().get(0).getValues())
                .isEqualTo(List.of(List.of("1970-01-01T00:00:00Z", 10.0)));
        assertThat(results.get(2).getSeries())
                .extracting(QueryResult.Series::getName)
                .containsExactly("cpu", "disk");
    }

    @Test
    void readsChunks() throws Exception {
        List<String> names = new ArrayList<>();
        CompletableFuture<Void> end = new CompletableFuture<>();
        client.query(
                new Query("SELECT value FROM mem; SELECT value FROM cpu", DATABASE),
                3,
                (cancel, chunk) -> {
                    // The client tells of the end as a result with an error.
                    if (!chunk.hasError()) {
                        chunk.getResults().get(0).getSeries().forEach(series -> series.getValues()
                                .forEach(row -> names.add(series.getName())));
                    }
                },
                () -> end.complete(null),
                end::completeExceptionally);
        end.get(20, TimeUnit.SECONDS);
        assertThat(names).hasSize(20).startsWith("mem").endsWith("cpu");
    }

    @Test
    void listsWhatThereIs() {
        assertThat(query("SHOW MEASUREMENTS").get(0).getSeries().get(0).getValues())
                .isEqualTo(List.of(List.of("cpu"), List.of("disk"), List.of("mem")));
    }
}
