package org.metricgateway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.metricgateway.support.Configured;

/** What is told of a change. */
final class LifeTest {

    private final Backend nobody = Clocked.of(1).get(0);
    private final Life life =
            new Life(Configured.group("http://a:1", "health.fall = 2").health(), nobody.clock());

    private Life.Turn probed(Finding finding) {
        Probe probe = new Probe(nobody);
        probe.ends(finding);
        return life.probed(probe, false);
    }

    @Test
    void onlyWhatIsNewIsTold() {
        assertThat(probed(Finding.passed(""))).isEqualTo(new Life.Turn(Standing.UNKNOWN, Standing.ACTIVE, true, false));
        assertThat(probed(Finding.passed("")).heard()).isFalse();
        assertThat(probed(Finding.failed(""))).isEqualTo(new Life.Turn(Standing.ACTIVE, Standing.ACTIVE, true, false));
        assertThat(life.eject("refused").heard()).isTrue();
        assertThat(life.eject("refused").heard()).isFalse();
        assertThat(life.look().heard()).isFalse();
    }

    @Test
    void thatItIsDownIsToldOnceEvenOfOneThatIsExcluded() {
        life.exclude(null, "upgrade");
        assertThat(probed(Finding.failed("")).down()).isFalse();
        assertThat(probed(Finding.failed("")).down()).isTrue();
        assertThat(probed(Finding.failed("")).down()).isFalse();
    }

    @Test
    void anEjectionIsNotTheEnd() {
        probed(Finding.passed(""));
        assertThat(life.eject("refused").down()).isFalse();
    }
}
