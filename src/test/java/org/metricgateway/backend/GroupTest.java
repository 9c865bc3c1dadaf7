package org.metricgateway.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.metricgateway.support.Configured;

final class GroupTest {

    private static Group group(int concurrency, String... hosts) {
        return new Group(Configured.group("http://" + String.join(", http://", hosts), "concurrency = " + concurrency));
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
    void nobodyIsLeft() {
        Group group = group(9, "a:1");
        Set<Backend> tried = Set.copyOf(group.backends());
        assertThatThrownBy(() -> group.next(tried))
                .isInstanceOf(NobodyToAsk.class)
                .hasMessageContaining("group cpu");
    }
}
