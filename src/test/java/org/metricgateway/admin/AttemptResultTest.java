package org.metricgateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.metricgateway.config.GroupSettings;
import org.metricgateway.support.Configured;

final class AttemptResultTest {

    private static final GroupSettings GROUP = Configured.group("http://localhost:8081", "failure-status = 503");

    @ParameterizedTest
    @CsvSource({"200, answered", "400, answered", "500, answered", "503, failed"})
    void aStatusIsJudgedAsTheGroupSays(int status, String result) {
        Attempt attempt = attempt();
        attempt.headArrived(status, System.nanoTime());
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
        return Attempt.at(new Backend(GROUP.urls().get(0), GROUP));
    }
}
