package org.metricgateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.metricgateway.endtoend.ClientPoints.CPU;
import static org.metricgateway.endtoend.ClientPoints.MEM;
import static org.metricgateway.endtoend.ClientPoints.START;
import static org.metricgateway.endtoend.ClientPoints.points;
import static org.metricgateway.endtoend.ClientPoints.query;

import java.io.IOException;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kairosdb.client.HttpClient;
import org.kairosdb.client.builder.Aggregator;
import org.kairosdb.client.builder.AggregatorFactory;
import org.kairosdb.client.builder.QueryBuilder;
import org.kairosdb.client.builder.QueryMetric;
import org.kairosdb.client.builder.QueryTagBuilder;
import org.kairosdb.client.builder.TimeUnit;
import org.kairosdb.client.builder.grouper.BinGrouper;
import org.kairosdb.client.builder.grouper.TagGrouper;
import org.kairosdb.client.response.QueryResult;
import org.kairosdb.client.response.Result;
import org.kairosdb.client.response.UnexpectedResponseException;

/** What KairosDB's own Java client asks, and what it makes of the answers. */
@ExtendWith(SharedClusters.class)
class OfficialClientQueryIT {

    private final Clusters clusters;
    private HttpClient client;

    OfficialClientQueryIT(Clusters clusters) {
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
    void queriesTwoOwners() {
        List<QueryResult> answers = ask(query(MEM, CPU));
        assertThat(answers)
                .extracting(answer -> answer.getResults().get(0).getName())
                .containsExactly(MEM, CPU);
        assertThat(answers).extracting(QueryResult::getSampleSize).containsExactly(1L, 3L);
        Object value = answers.get(0).getResults().get(0).getDataPoints().get(0).getValue();
        assertThat(value).hasToString("9223372036854775807");
    }

    @Test
    void queriesOneMetricTwice() {
        QueryBuilder query = query(MEM);
        query.addMetric(CPU).setLimit(1);
        query.addMetric(CPU).addTag("host", "x");
        List<QueryResult> answers = ask(query);
        assertThat(answers.get(1).getResults().get(0).getDataPoints()).hasSize(1);
        assertThat(answers.get(2).getSampleSize()).isEqualTo(2);
    }

    @Test
    void groups() {
        QueryBuilder query = query();
        QueryMetric metric = query.addMetric(CPU);
        metric.addGrouper(new TagGrouper("host")).addGrouper(new BinGrouper(8.0, 15.0));
        List<Result> results = ask(query).get(0).getResults();
        assertThat(results).hasSize(3).allSatisfy(result -> assertThat(result.getGroupResults())
                .hasSize(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aggregate", "percentile", "rate"})
    void aggregates(String kind) {
        Aggregator aggregator =
                switch (kind) {
                    case "rate" -> AggregatorFactory.createRateAggregator(TimeUnit.SECONDS);
                    case "percentile" -> AggregatorFactory.createPercentileAggregator(0.5, 1, TimeUnit.HOURS);
                    default -> AggregatorFactory.createSumAggregator(1, TimeUnit.HOURS);
                };
        QueryBuilder query = query(MEM);
        query.addMetric(CPU).addTag("host", "x").addAggregator(aggregator);
        assertThat(ask(query).get(1).getResults().get(0).getDataPoints()).hasSize(1);
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(ask(query(MEM, "cpu.client.nosuch")).get(1).getSampleSize()).isZero();
    }

    @Test
    void asksForTags() {
        QueryTagBuilder query = QueryTagBuilder.getInstance().setStart(new Date(START));
        query.addMetric(MEM);
        query.addMetric(CPU);
        assertThat(client.queryTags(query)
                        .getQueries()
                        .get(1)
                        .getResults()
                        .get(0)
                        .getTags())
                .containsEntry("host", List.of("x", "y"));
    }

    @Test
    void isToldWhatIsWrong() {
        QueryBuilder query = query(CPU, CPU);
        query.addMetric(MEM).addAggregator(AggregatorFactory.createCustomAggregator("nosuch", "\"x\": 1"));
        assertThatThrownBy(() -> client.query(query))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("query.metric[2].aggregators[0].nosuch invalid aggregators name");
    }

    private List<QueryResult> ask(QueryBuilder query) {
        return client.query(query).getQueries();
    }
}
