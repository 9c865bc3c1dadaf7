package org.metricgateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricgateway.backend.Attempt;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.BrokenAnswer;
import org.metricgateway.backend.ClientLeft;
import org.metricgateway.backend.ClosedUnanswered;
import org.metricgateway.backend.NotConnected;
import org.metricgateway.backend.TooSlow;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.GroupSettings;

final class AttemptResultTest {

    private static final URI URL = URI.create("http://localhost:8081");

    private static final GroupSettings GROUP = new GroupSettings(
            "cpu",
            Dialect.KAIROSDB,
            List.of(URL),
            Optional.empty(),
            Map.of(),
            new GroupSettings.Timeouts(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO),
            Optional.empty(),
            Set.of(503),
            1,
            GroupSettings.Partial.FAIL);

    @ParameterizedTest
    @CsvSource({"200, answered", "400, answered", "500, answered", "503, failed"})
    void aStatusIsJudgedAsTheGroupSays(int status, String result) {
        Attempt attempt = attempt();
        attempt.headArrived(status);
        assertThat(AttemptResult.of(attempt, null).word()).isEqualTo(result);
    }

    @Test
    void aFailureIsNamedByWhatHappened() {
        assertThat(AttemptResult.of(attempt(), new NotConnected(null))).isEqualTo(AttemptResult.NOT_SENT);
        assertThat(AttemptResult.of(attempt(), new TooSlow("late"))).isEqualTo(AttemptResult.TOO_SLOW);
        assertThat(AttemptResult.of(attempt(), new ClosedUnanswered())).isEqualTo(AttemptResult.UNANSWERED);
        assertThat(AttemptResult.of(attempt(), new BrokenAnswer("broke off"))).isEqualTo(AttemptResult.BROKEN);
        assertThat(AttemptResult.of(attempt(), new ClientLeft())).isEqualTo(AttemptResult.LEFT);
        assertThat(AttemptResult.of(attempt(), new IllegalStateException())).isEqualTo(AttemptResult.DROPPED);
    }

    private static Attempt attempt() {
        return new Attempt(new Backend(URL, GROUP), false);
    }
}
