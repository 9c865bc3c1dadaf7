package org.metricgateway.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.metricgateway.support.Configured;

final class GroupTest {

    private static Group group(int concurrency, String... hosts) {
        return Probed.well(new Group(
                Configured.group("http://" + String.join(", http://", hosts), "concurrency = " + concurrency)));
    }

    private static String next(Group group, Set<Backend> tried) {
        return group.next(tried).backend().name();
    }

    @Test
    void asksItsBackendsInTurn() {
        Group group = group(9, "a:1", "b:2/base/", "[::1]:3");
        assertThat(List.of(next(group, Set.of()), next(group, Set.of()), next(group, Set.of()), next(group, Set.of())))
                .containsExactly("a:1", "b:2/base", "[::1]:3", "a:1");
    }

    @Test
    void aSecondAttemptTakesNobodysTurn() {
        Group group = group(9, "a:1", "b:2");
        Backend dead = group.next(Set.of()).backend();
        assertThat(next(group, Set.of(dead))).isEqualTo("b:2");
        assertThat(next(group, Set.of())).isEqualTo("b:2");
    }

    @Test
    void aFullBackendIsPassedOver() {
        Group group = group(1, "a:1", "b:2");
        Backend first = group.next(Set.of()).backend();
        assertThat(next(group, Set.of())).isEqualTo("b:2");
        assertThatThrownBy(() -> group.next(Set.of())).isInstanceOf(AllBusy.class);
        first.end();
        assertThat(next(group, Set.of())).isEqualTo("a:1");
    }

    @Test
    void whoWasTriedIsAskedAgainRatherThanNobody() {
        Group group = group(9, "a:1", "b:2");
        Backend first = group.backends().get(0);
        Backend second = group.backends().get(1);
        Choice again = group.next(Set.of(first, second));
        assertThat(again.forced()).isTrue();
        second.eject("refused");
        assertThat(next(group, Set.of(first))).isEqualTo("a:1");
    }

    @Test
    void nobodyIsLeft() {
        Group group = group(9, "a:1");
        group.backends().get(0).eject("refused");
        assertThatThrownBy(() -> group.next(Set.of()))
                .isInstanceOf(NobodyToAsk.class)
                .hasMessageContaining("group cpu");
        assertThat(group.isReady()).isFalse();
    }

    @Test
    void nobodyIsAskedBeforeItsFirstProbe() {
        Group group = new Group(Configured.group("http://a:1"));
        assertThatThrownBy(() -> group.next(Set.of())).isInstanceOf(NobodyToAsk.class);
        Probed.pass(group.backends().get(0));
        assertThat(next(group, Set.of())).isEqualTo("a:1");
    }

    @Test
    void waitingForTheExcludedMakesNoSense() {
        Group group = group(9, "a:1", "b:2");
        Backend first = group.backends().get(0);
        assertThat(first.exclude(null, "by hand")).isTrue();
        assertThat(first.exclude(Duration.ZERO, "again")).isFalse();
        assertThat(next(group, Set.of())).isEqualTo("b:2");
        group.backends().get(1).exclude(null, "by hand");
        assertThatThrownBy(() -> group.next(Set.of())).isInstanceOf(AllExcluded.class);
        assertThat(first.include()).isTrue();
        assertThat(first.include()).isFalse();
        assertThat(next(group, Set.of())).isEqualTo("a:1");
    }

    /** Not even before it is down. */
    @Test
    void whoFailedItsLatestProbeIsAskedOnlyIfAllDid() {
        Group group = group(9, "a:1", "b:2");
        Probed.fail(group.backends().get(0));
        assertThat(List.of(next(group, Set.of()), next(group, Set.of()))).containsExactly("b:2", "b:2");
        Probed.fail(group.backends().get(1));
        assertThat(List.of(next(group, Set.of()), next(group, Set.of()))).containsExactlyInAnyOrder("a:1", "b:2");
    }

    @Test
    void tellsEachTimeThatSomebodyCanBeAsked() {
        Group group = new Group(Configured.group("http://a:1, http://b:2", "health.fall = 1", "health.rise = 1"));
        AtomicInteger told = new AtomicInteger();
        group.whenUsable(told::incrementAndGet);
        Probed.well(group);
        assertThat(told).hasValue(2);
        Probed.well(group);
        assertThat(told).hasValue(2);
        Probed.fail(group.backends().get(0));
        Probed.pass(group.backends().get(0));
        assertThat(told).hasValue(3);
    }

    @Test
    void othersJoinAndLeave() {
        Group group = group(2000, "a:1", "b:2");
        Backend stays = group.backends().get(0);
        Backend joins = new Group(Configured.group("http://c:3")).backends().get(0);
        group.become(List.of(stays, joins));
        assertThat(List.of(next(group, Set.of()), next(group, Set.of()))).containsOnly("a:1");
        Probed.pass(joins);
        assertThat(Stream.generate(() -> next(group, Set.of())).limit(1000)).contains("a:1", "c:3");
        group.become(List.of());
        assertThatThrownBy(() -> group.next(Set.of())).isInstanceOf(NobodyToAsk.class);
    }

    /** Between the choice of a backend and the connection to it there is a moment in which it may turn down. */
    @Test
    void aConnectionIsToldThatItsBackendIsDownHoweverLateItComes() {
        Backend backend = group(9, "a:1").backends().get(0);
        AtomicInteger told = new AtomicInteger();
        BackendConnection early = told::incrementAndGet;
        BackendConnection ended = told::incrementAndGet;
        backend.connected(early);
        backend.connected(ended);
        backend.disconnected(ended);
        assertThat(told).hasValue(0);
        for (int i = 0; i < backend.group().health().fall(); i++) {
            Probed.fail(backend);
        }
        assertThat(told).hasValue(1);
        backend.connected(told::incrementAndGet);
        assertThat(told).hasValue(2);
    }
}
