package org.metricgateway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where a backend stands after what probes, answers and operators say; another one of its group is always well. */
final class ConditionTest {

    private final Clocked clocked = Clocked.of(2, "health.fall = 3", "health.rise = 2");
    private final Backend backend = clocked.get(0);

    ConditionTest() {
        Probed.pass(clocked.get(1));
    }

    private void pass(int times) {
        for (int i = 0; i < times; i++) {
            clocked.millis(100);
            Probed.pass(backend);
        }
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            Probed.fail(backend);
        }
    }

    private void stands(Standing standing) {
        assertThat(backend.standing()).isEqualTo(standing);
    }

    @Test
    void aNewOneIsUpAfterOnePass() {
        stands(Standing.UNKNOWN);
        assertThat(backend.reason()).isEqualTo("not probed yet");
        fail(2);
        stands(Standing.UNKNOWN);
        pass(1);
        stands(Standing.ACTIVE);
        assertThat(backend.reason()).isEmpty();
    }

    @Test
    void fallsAfterSoManyFailuresInARow() {
        pass(1);
        fail(2);
        pass(1);
        fail(2);
        stands(Standing.ACTIVE);
        assertThat(backend.consecutiveFailures()).isEqualTo(2);
        fail(1);
        stands(Standing.DOWN);
        assertThat(backend.reason()).isEqualTo("a connection was refused");
        assertThat(backend.health()).isEqualTo(Health.DOWN);
    }

    @Test
    void risesAfterSoManyPassesInARow() {
        fail(3);
        pass(1);
        fail(1);
        pass(1);
        stands(Standing.DOWN);
        pass(1);
        stands(Standing.ACTIVE);
    }

    @Test
    void remembersItsLastProbes() {
        assertThat(backend.lastProbes()).isEmpty();
        Probe probe = new Probe(backend);
        clocked.millis(7);
        assertThat(probe.ends(Finding.failed("answered 500"))).isTrue();
        assertThat(probe.ends(Finding.passed("too late"))).isFalse();
        assertThat(backend.lastProbes()).singleElement().satisfies(last -> {
            assertThat(last.passed()).isFalse();
            assertThat(last.millis()).isEqualTo(7);
            assertThat(last.text()).isEqualTo("answered 500");
        });
        pass(9);
        assertThat(backend.lastProbes()).hasSize(5).allMatch(ProbeResult::passed);
        fail(1);
        assertThat(backend.lastProbes()).extracting(ProbeResult::passed).containsExactly(false, true, true, true, true);
    }

    @Test
    void drainsForTwoPassesAndTwoSeconds() {
        pass(1);
        Probe before = new Probe(backend);
        backend.drain("it said so");
        stands(Standing.DRAINING);
        assertThat(backend.reason()).isEqualTo("it said so");
        clocked.millis(2000);
        before.ends(Finding.passed("answered 204"));
        pass(1);
        stands(Standing.DRAINING);
        pass(1);
        stands(Standing.ACTIVE);
        Probed.drain(backend);
        pass(3);
        stands(Standing.DRAINING);
        clocked.millis(2000);
        pass(1);
        stands(Standing.ACTIVE);
    }

    @Test
    void eachSignBeginsTheDrainAnew() {
        pass(1);
        backend.drain("it said so");
        clocked.millis(1500);
        pass(2);
        Probed.drain(backend);
        clocked.millis(1000);
        pass(3);
        stands(Standing.DRAINING);
    }

    @Test
    void oneThatDrainsMayGoDown() {
        pass(1);
        backend.drain("it said so");
        fail(3);
        stands(Standing.DOWN);
        backend.drain("an answer from long ago");
        stands(Standing.DOWN);
        Probed.drain(backend);
        stands(Standing.DRAINING);
    }

    @Test
    void anEjectionEndsWithAProbeThatBeganAfterIt() {
        pass(1);
        Probe before = new Probe(backend);
        clocked.millis(1);
        backend.eject("refused");
        stands(Standing.EJECTED);
        assertThat(backend.health()).isEqualTo(Health.DOWN);
        assertThat(backend.reason()).isEqualTo("refused");
        assertThat(backend.probeInterval()).isLessThan(Duration.ofMillis(300));
        clocked.millis(1000);
        before.ends(Finding.passed("answered 204"));
        stands(Standing.EJECTED);
        pass(1);
        stands(Standing.ACTIVE);
        assertThat(backend.probeInterval()).isBetween(Duration.ofMillis(1800), Duration.ofMillis(2200));
    }

    private long millisOut() {
        backend.eject("refused");
        long millis = 0;
        while (backend.standing() == Standing.EJECTED) {
            pass(1);
            millis += 100;
        }
        return millis;
    }

    @Test
    void ejectionsInARowLastLongerAndLonger() {
        pass(1);
        assertThat(new long[] {millisOut(), millisOut(), millisOut(), millisOut()})
                .containsExactly(1000, 2000, 4000, 8000);
        for (int i = 0; i < 5; i++) {
            millisOut();
        }
        assertThat(millisOut()).isEqualTo(60_000);
        clocked.passes(Duration.ofSeconds(61));
        assertThat(millisOut()).isEqualTo(1000);
    }

    @Test
    void whatComesWhileItIsEjectedMakesItNoLonger() {
        pass(1);
        for (int i = 0; i < 100; i++) {
            backend.eject("refused");
        }
        clocked.millis(999);
        pass(1);
        stands(Standing.ACTIVE);
    }

    @Test
    void isIncludedWhenTheTimeIsOver() {
        pass(1);
        assertThat(backend.exclude(Duration.ofMinutes(10), "upgrade")).isTrue();
        assertThat(backend.reason()).isEqualTo("upgrade");
        assertThat(backend.health()).isEqualTo(Health.ACTIVE);
        clocked.passes(Duration.ofMinutes(9));
        backend.look();
        assertThat(backend.isExcluded()).isTrue();
        clocked.passes(Duration.ofMinutes(1));
        backend.look();
        stands(Standing.ACTIVE);
    }

    @Test
    void whoIsExcludedIsProbedAllTheSame() {
        backend.exclude(null, "upgrade");
        fail(3);
        stands(Standing.EXCLUDED);
        assertThat(backend.health()).isEqualTo(Health.DOWN);
        backend.include();
        stands(Standing.DOWN);
    }

    @Test
    void onePassIsEnoughIfNobodyElseIsThere() {
        fail(3);
        clocked.get(1).exclude(null, "upgrade");
        pass(1);
        stands(Standing.ACTIVE);
    }

    /** The first time is enough, so that nobody waits for a minute. */
    @Test
    void nobodyIsEjectedForLongIfNobodyElseIsThere() {
        pass(1);
        millisOut();
        millisOut();
        clocked.get(1).exclude(null, "upgrade");
        assertThat(millisOut()).isEqualTo(100);
    }
}
