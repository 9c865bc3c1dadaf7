package org.metricgateway.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breakers: at most half of a group is out for them, and nobody is refused because all are open. */
final class ChooserTest {

    private static final int MANY = 300;

    private final Set<String> forced = new TreeSet<>();

    /** Opens after ten calls, so many of which failed. */
    private static void open(Backend backend, int failures) {
        CircuitBreaker breaker = CircuitBreaker.of(
                "any",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(10)
                        .build());
        backend.breaker().is(breaker);
        for (int i = 0; i < 10; i++) {
            if (i < failures) {
                breaker.onError(1, TimeUnit.MILLISECONDS, new IllegalStateException());
            } else {
                breaker.onSuccess(1, TimeUnit.MILLISECONDS);
            }
        }
        assertThat(backend.breakerState()).isEqualTo("OPEN");
    }

    private Set<String> asked(Clocked clocked) {
        Set<String> asked = new TreeSet<>();
        for (int i = 0; i < MANY; i++) {
            Choice choice = clocked.group.next(Set.of());
            choice.backend().end();
            asked.add(choice.backend().name());
            if (choice.forced()) {
                forced.add(choice.backend().name());
            }
        }
        return asked;
    }

    @Test
    void theOnlyOneIsAskedWhateverItsBreakerSays() {
        Clocked clocked = Clocked.of(1).well();
        open(clocked.get(0), 10);
        assertThat(asked(clocked)).containsExactly("b0:1");
        assertThat(forced).containsExactly("b0:1");
        assertThat(clocked.group.isReady()).isTrue();
        assertThat(clocked.get(0).isActive()).isFalse();
    }

    /** The worst are left out; all of them have failed at least half of their calls. */
    @ParameterizedTest
    @CsvSource({"2, 1, 1", "2, 2, 1", "3, 1, 2", "3, 2, 2", "3, 3, 2", "5, 4, 3", "6, 6, 3"})
    void atMostHalfAreOut(int all, int open, int asked) {
        Clocked clocked = Clocked.of(all).well();
        for (int i = 0; i < open; i++) {
            open(clocked.get(i), 10 - i);
        }
        Set<String> expected = new TreeSet<>();
        for (int i = all - asked; i < all; i++) {
            expected.add("b" + i + ":1");
        }
        assertThat(asked(clocked)).isEqualTo(expected);
        Set<String> pardoned = new TreeSet<>();
        for (int i = all - asked; i < open; i++) {
            pardoned.add("b" + i + ":1");
        }
        assertThat(forced).isEqualTo(pardoned);
    }

    @Test
    void whoIsDownDoesNotCount() {
        Clocked clocked = Clocked.of(4).well();
        Probed.fail(clocked.get(0));
        Probed.fail(clocked.get(1));
        open(clocked.get(2), 10);
        open(clocked.get(3), 5);
        assertThat(asked(clocked)).containsExactly("b3:1");
    }

    @Test
    void aHalfOpenBreakerDecidesForItself() {
        Clocked clocked = Clocked.of(2).well();
        open(clocked.get(0), 10);
        new Probe(clocked.get(0)).ends(Finding.passed("answered 204"));
        assertThat(clocked.get(0).breakerState()).isEqualTo("HALF_OPEN");
        assertThat(asked(clocked)).containsExactly("b0:1", "b1:1");
        assertThat(forced).isEmpty();
        assertThat(clocked.get(0).isActive()).isTrue();
    }

    @Test
    void aProbeThatBeganBeforeItOpenedSaysNothing() {
        Clocked clocked = Clocked.of(1).well();
        Probe before = new Probe(clocked.get(0));
        open(clocked.get(0), 10);
        before.ends(Finding.passed("answered 204"));
        assertThat(clocked.get(0).breakerState()).isEqualTo("OPEN");
        new Probe(clocked.get(0)).ends(Finding.failed("answered 500"));
        assertThat(clocked.get(0).breakerState()).isEqualTo("OPEN");
    }

    @Test
    void aClosedBreakerStaysSo() {
        Clocked clocked = Clocked.of(1).well();
        CircuitBreaker breaker = CircuitBreaker.ofDefaults("any");
        clocked.get(0).breaker().is(breaker);
        Probed.pass(clocked.get(0));
        assertThat(clocked.get(0).breakerState()).isEqualTo("CLOSED");
    }

    @Test
    void theLastOneThatWasTriedMustNotBeRefused() {
        Clocked clocked = Clocked.of(2).well();
        open(clocked.get(0), 10);
        Choice again = clocked.group.next(Set.of(clocked.get(1)));
        assertThat(again.backend()).isEqualTo(clocked.get(1));
        assertThat(again.forced()).isTrue();
    }

    /** That it has enough to do is no reason to ask those that fail. */
    @Test
    void whoIsFullIsNotReplacedByWhoIsOpen() {
        Clocked clocked = Clocked.of(2, "concurrency = 1").well();
        open(clocked.get(0), 10);
        clocked.group.next(Set.of());
        assertThatThrownBy(() -> clocked.group.next(Set.of())).isInstanceOf(AllBusy.class);
        assertThat(clocked.get(0).inFlight()).isZero();
    }
}
