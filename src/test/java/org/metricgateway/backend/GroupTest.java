package org.metricgateway.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.GroupSettings;
import org.metricgateway.config.GroupSettings.Partial;
import org.metricgateway.config.GroupSettings.Timeouts;

final class GroupTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Group group(int concurrency, String... hosts) {
        return new Group(new GroupSettings(
                "cpu",
                Dialect.KAIROSDB,
                Stream.of(hosts).map(host -> URI.create("http://" + host)).toList(),
                Optional.empty(),
                Map.of(),
                new Timeouts(SECOND, SECOND, SECOND, SECOND),
                Optional.empty(),
                Set.of(503),
                concurrency,
                Partial.FAIL));
    }

    private static String next(Group group, Set<Backend> tried) {
        return group.next(tried).name();
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
        Backend dead = group.next(Set.of());
        assertThat(next(group, Set.of(dead))).isEqualTo("b:2");
        assertThat(next(group, Set.of())).isEqualTo("b:2");
    }

    @Test
    void aFullBackendIsPassedOver() {
        Group group = group(1, "a:1", "b:2");
        Backend first = group.next(Set.of());
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
