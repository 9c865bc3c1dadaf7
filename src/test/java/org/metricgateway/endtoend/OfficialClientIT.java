package org.metricgateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metricgateway.endtoend.ClientPoints.CPU;
import static org.metricgateway.endtoend.ClientPoints.MEM;
import static org.metricgateway.endtoend.ClientPoints.points;
import static org.metricgateway.endtoend.ClientPoints.query;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kairosdb.client.HttpClient;
import org.kairosdb.client.builder.AggregatorFactory;
import org.kairosdb.client.builder.QueryBuilder;
import org.kairosdb.client.builder.RelativeTime;
import org.kairosdb.client.builder.RollupBuilder;
import org.kairosdb.client.builder.RollupTask;
import org.kairosdb.client.builder.TimeUnit;

/**
 * KairosDB's own Java client does everything through the gateway.
 *
 * @see <a href="https://github.com/kairosdb/kairosdb-client">kairosdb-client</a>
 */
@ExtendWith(SharedClusters.class)
class OfficialClientIT {

    private final Clusters clusters;
    private HttpClient client;

    OfficialClientIT(Clusters clusters) {
        this.clusters = clusters;
    }

    @BeforeEach
    void write() throws IOException {
        client = new HttpClient(clusters.gateway().url());
        client.pushMetrics(points(false));
    }

    @AfterEach
    void delete() throws IOException {
        client.deleteMetric(CPU);
        client.deleteMetric(MEM);
        client.close();
    }

    @Test
    void asksTheServerAboutItself() {
        assertThat(client.getVersion()).startsWith("KairosDB 1.3.0");
        assertThat(client.getStatus()).isNotEmpty();
        assertThat(client.getStatusCheck()).isEqualTo(204);
        assertThat(client.getMetricNames()).contains(CPU, MEM);
    }

    @Test
    void writesCompressed() {
        client.deleteMetric(CPU);
        client.pushMetrics(points(true));
        assertThat(pointsOfCpu()).isEqualTo(3);
    }

    @Test
    void deletesSomePoints() {
        QueryBuilder query = query();
        query.addMetric(CPU).addTag("host", "x");
        client.delete(query);
        assertThat(pointsOfCpu()).isEqualTo(1);
    }

    @Test
    void keepsRollups() {
        RollupBuilder builder = RollupBuilder.getInstance("hourly", new RelativeTime(1, TimeUnit.HOURS));
        QueryBuilder query = builder.addRollup("cpu.client.hourly").addQuery();
        query.setStart(1, TimeUnit.HOURS)
                .addMetric(CPU)
                .addAggregator(AggregatorFactory.createSumAggregator(1, TimeUnit.HOURS));
        RollupTask task = client.createRollupTask(builder);
        assertThat(client.getRollupTask(task.getId()).getName()).isEqualTo("hourly");
        assertThat(client.getRollupTasks()).extracting(RollupTask::getId).contains(task.getId());
        client.deleteRollupTask(task.getId());
        assertThat(client.getRollupTasks()).extracting(RollupTask::getId).doesNotContain(task.getId());
    }

    private long pointsOfCpu() {
        return client.query(query(CPU)).getQueries().get(0).getSampleSize();
    }
}
