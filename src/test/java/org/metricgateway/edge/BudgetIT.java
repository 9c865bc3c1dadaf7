package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.Http;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;

/** A group that is ill is not asked much more than one that is well. */
class BudgetIT {

    private static final int REQUESTS = 60;

    /** What may be spent at once. */
    private static final int BURST = 30;

    @Test
    void theRestOfTheAnswersAreTheClients(@TempDir Path dir) throws IOException {
        try (Rig rig = Rig.start(dir);
                RawClient client = rig.client()) {
            rig.cpu().script().always(Reply.json(503, "{\"error\":\"wal backpressure\"}"));
            for (int i = 0; i < REQUESTS; i++) {
                Answer answer = client.send(Rig.query()).answer();
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.text()).isEqualTo("{\"error\":\"wal backpressure\"}");
            }
            // A slow machine may see some of it come back.
            assertThat(rig.cpu().requests()).hasSizeBetween(REQUESTS + BURST, REQUESTS + 2 * BURST);
            assertThat(client.send(Rig.query()).answer().all("X-Gateway-Attempts"))
                    .containsExactly("1");
            assertThat(Http.get(rig.gateway().adminUrl() + "/metrics").text())
                    .containsPattern("gateway_retry_budget_spent_total\\{group=\"cpu\"} [1-9]")
                    .contains("gateway_retry_budget_spent_total{group=\"mem\"} 0.0");
        }
    }
}
