package org.metricgateway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricgateway.config.GroupSettings;
import org.metricgateway.support.Configured;

/** The retry table. */
final class AttemptEndTest {

    private static final GroupSettings GROUP = Configured.group("http://localhost:8081");

    @ParameterizedTest
    @CsvSource({
        "NOT_SENT, true, true, true",
        "DECLINED, true, true, true",
        "STALE, true, true, false",
        "BROKEN, true, true, false",
        "FAILED, true, true, false",
        "OVER, false, false, false"
    })
    void isAskedAgain(AttemptEnd end, boolean read, boolean repeatable, boolean once) {
        assertThat(end.allows(Repeatable.READ)).isEqualTo(read);
        assertThat(end.allows(Repeatable.REPEATABLE)).isEqualTo(repeatable);
        assertThat(end.allows(Repeatable.ONCE)).isEqualTo(once);
    }

    @Test
    void ofAFailure() {
        assertThat(of(false, new NotConnected(null))).isEqualTo(AttemptEnd.NOT_SENT);
        assertThat(of(true, new ClosedUnanswered())).isEqualTo(AttemptEnd.STALE);
        assertThat(of(false, new ClosedUnanswered())).isEqualTo(AttemptEnd.BROKEN);
        assertThat(of(true, new BrokenAnswer("broke off"))).isEqualTo(AttemptEnd.BROKEN);
        assertThat(of(true, new BackendDown())).isEqualTo(AttemptEnd.FAILED);
        assertThat(of(true, new AnswerRefused(503))).isEqualTo(AttemptEnd.FAILED);
        assertThat(of(false, new ClientLeft())).isEqualTo(AttemptEnd.OVER);
        assertThat(of(false, new IllegalStateException())).isEqualTo(AttemptEnd.OVER);
    }

    @Test
    void ofSilence() {
        Backend backend = new Backend(GROUP.urls().get(0), GROUP);
        TooSlow silence = new TooSlow("did not answer in time");
        Probed.pass(backend);
        assertThat(AttemptEnd.of(Attempt.at(backend), silence)).isEqualTo(AttemptEnd.OVER);
        Probed.fail(backend);
        assertThat(AttemptEnd.of(Attempt.at(backend), silence)).isEqualTo(AttemptEnd.FAILED);
        Attempt begun = Attempt.at(backend);
        begun.headArrived(200, System.nanoTime());
        assertThat(AttemptEnd.of(begun, silence)).isEqualTo(AttemptEnd.OVER);
    }

    @Test
    void ofAnAnswerThatABackendDidNotTake() {
        Attempt attempt = attempt(false);
        attempt.declined();
        assertThat(AttemptEnd.of(attempt, new AnswerRefused(503))).isEqualTo(AttemptEnd.DECLINED);
        assertThat(attempt.mayBeDone()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"NONE, OVER", "DRAINING, DECLINED", "DYING, FAILED", "FAILING, FAILED"})
    void ofASign(Sign sign, AttemptEnd end) {
        assertThat(AttemptEnd.of(sign)).isEqualTo(end);
    }

    private static AttemptEnd of(boolean reused, Throwable failure) {
        return AttemptEnd.of(attempt(reused), failure);
    }

    private static Attempt attempt(boolean reused) {
        Attempt attempt = Attempt.at(new Backend(GROUP.urls().get(0), GROUP));
        attempt.sentOver(reused);
        return attempt;
    }
}
