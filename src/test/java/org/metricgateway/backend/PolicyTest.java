package org.metricgateway.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What part of the requests each backend gets, in the long run. */
final class PolicyTest {

    private static final int REQUESTS = 40_000;

    /** Six standard deviations of a part of a half: a fair policy misses it once in a hundred million runs. */
    private static final double MISS = 6 * 0.5 / Math.sqrt(REQUESTS);

    private static double[] parts(Clocked clocked) {
        double[] parts = new double[clocked.group.backends().size()];
        for (int i = 0; i < REQUESTS; i++) {
            parts[asked(clocked)] += 1.0 / REQUESTS;
        }
        return parts;
    }

    private static int asked(Clocked clocked) {
        Backend backend = clocked.group.next(Set.of()).backend();
        backend.end();
        return clocked.group.backends().indexOf(backend);
    }

    private static void assertParts(Clocked clocked, double... parts) {
        assertThat(parts(clocked)).containsExactly(parts, within(MISS));
    }

    private static void open(Backend backend) {
        CircuitBreaker breaker = CircuitBreaker.ofDefaults("any");
        breaker.transitionToOpenState();
        backend.breaker().is(breaker);
    }

    private static void awayAndBack(Backend backend) {
        backend.drain("it said so");
        while (backend.standing() != Standing.ACTIVE) {
            Probed.fail(backend);
            Probed.pass(backend);
            Probed.pass(backend);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"round-robin", "least-connections", "weighted", "random"})
    void isFair(String balance) {
        assertParts(Clocked.of(4, "balance = " + balance).well(), 0.25, 0.25, 0.25, 0.25);
    }

    /** Whether its breaker is open, or its probes fail. */
    @ParameterizedTest
    @ValueSource(strings = {"round-robin", "least-connections", "weighted", "random"})
    void aDeadNeighbourDoublesNobodysPart(String balance) {
        Clocked open = Clocked.of(5, "balance = " + balance).well();
        open(open.get(0));
        open(open.get(3));
        assertParts(open, 0, 1 / 3.0, 1 / 3.0, 0, 1 / 3.0);
        Clocked down = Clocked.of(5, "balance = " + balance).well();
        Probed.fail(down.get(0));
        Probed.fail(down.get(3));
        assertParts(down, 0, 1 / 3.0, 1 / 3.0, 0, 1 / 3.0);
    }

    /** One after another leaves and comes back all the time: each gets its part of the time in which it was there. */
    @ParameterizedTest
    @ValueSource(strings = {"round-robin", "least-connections", "weighted", "random"})
    void isFairUnderChurn(String balance) {
        Clocked clocked =
                Clocked.of(4, "balance = " + balance, "slow-start = 0s").well();
        double[] parts = new double[4];
        for (int i = 0; i < REQUESTS; i++) {
            if (i % 7 == 0) {
                Backend turns = clocked.get(i / 7 % 4);
                if (!turns.include()) {
                    turns.exclude(null, "churn");
                }
                if (clocked.group.backends().stream().allMatch(Backend::isExcluded)) {
                    turns.include();
                }
            }
            parts[asked(clocked)] += 1.0 / REQUESTS;
        }
        assertThat(parts).containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(0.08));
    }

    @Test
    void weightsAreExact() {
        assertParts(Clocked.weighted(new int[] {1, 2, 5}, "balance = weighted").well(), 1 / 8.0, 2 / 8.0, 5 / 8.0);
    }

    @Test
    void weightsOfTheRestAreExactToo() {
        Clocked clocked =
                Clocked.weighted(new int[] {1, 9, 3}, "balance = weighted").well();
        open(clocked.get(1));
        assertParts(clocked, 1 / 4.0, 0, 3 / 4.0);
    }

    @Test
    void theFirstOneIsAskedAsLongAsItMayBe() {
        Clocked clocked = Clocked.of(3, "balance = first-available").well();
        assertParts(clocked, 1, 0, 0);
        open(clocked.get(0));
        assertParts(clocked, 0, 1, 0);
        Probed.fail(clocked.get(1));
        assertParts(clocked, 0, 0, 1);
    }

    @Test
    void theLessBusyOneIsAsked() {
        Clocked clocked = Clocked.of(2, "balance = least-connections").well();
        clocked.get(0).begin();
        assertParts(clocked, 0, 1);
    }

    /** Of three the busiest one is asked only if it is drawn twice, which cannot be. */
    @Test
    void theBusiestOneIsNeverAsked() {
        Clocked clocked = Clocked.of(3, "balance = least-connections").well();
        clocked.get(0).begin();
        clocked.get(0).begin();
        clocked.get(1).begin();
        assertParts(clocked, 0, 1 / 3.0, 2 / 3.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"round-robin", "weighted", "random"})
    void whoWasAwayStartsSlowly(String balance) {
        Clocked clocked = Clocked.of(3, "balance = " + balance, "slow-start = 30s", "health.fall = 1")
                .well();
        awayAndBack(clocked.get(0));
        assertParts(clocked, 0.1 / 2.1, 1 / 2.1, 1 / 2.1);
        clocked.passes(Duration.ofSeconds(15));
        assertParts(clocked, 0.55 / 2.55, 1 / 2.55, 1 / 2.55);
        clocked.passes(Duration.ofSeconds(15));
        assertParts(clocked, 1 / 3.0, 1 / 3.0, 1 / 3.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"round-robin", "least-connections", "weighted", "random", "first-available"})
    void theOnlyOneDoesNot(String balance) {
        Clocked clocked =
                Clocked.of(2, "balance = " + balance, "health.fall = 1").well();
        awayAndBack(clocked.get(1));
        Probed.fail(clocked.get(0));
        assertParts(clocked, 0, 1);
    }

    @Test
    void whoJoinsLaterStartsSlowlyAndTheFirstDoNot() {
        Clocked clocked = Clocked.of(1).well();
        Backend late = clocked.another("late");
        clocked.group.become(List.of(clocked.get(0), late));
        Probed.pass(late);
        assertParts(clocked, 1 / 1.1, 0.1 / 1.1);
    }
}
