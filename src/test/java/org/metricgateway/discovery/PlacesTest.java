package org.metricgateway.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.metricgateway.config.BackendAddress;

/** What becomes of the answers of name servers. */
final class PlacesTest {

    /**
     * @param v4 by host; null if nobody can say
     * @param v6 likewise
     */
    private record Known(Map<String, List<String>> v4, Map<String, List<String>> v6, List<Service> all)
            implements Names {

        @Override
        public CompletionStage<List<String>> ipv4(String host) {
            return said(v4.getOrDefault(host, List.of()));
        }

        @Override
        public CompletionStage<List<String>> ipv6(String host) {
            return said(v6.getOrDefault(host, List.of()));
        }

        @Override
        public CompletionStage<List<Service>> services(String name) {
            return said(all);
        }

        private static <T> CompletionStage<List<T>> said(List<T> known) {
            return known == FAILS
                    ? CompletableFuture.failedFuture(new IllegalStateException("nobody can say"))
                    : CompletableFuture.completedFuture(known);
        }
    }

    private static final List<String> FAILS = List.of("fails");

    private static List<String> found(Place place) {
        return place.look().toCompletableFuture().join().stream()
                .map(BackendAddress::toString)
                .toList();
    }

    private static Place host(List<String> v4, List<String> v6) {
        return new HostPlace(new Known(Map.of("db", v4), Map.of("db", v6), List.of()), "db", 8086);
    }

    @Test
    void oneFamilyOfAHostIsEnough() {
        assertThat(found(host(List.of("10.0.0.1", "10.0.0.2"), List.of("fd00::1"))))
                .containsExactly("http://10.0.0.1:8086", "http://10.0.0.2:8086");
        assertThat(found(host(List.of(), List.of("fd00::1")))).containsExactly("http://[fd00::1]:8086");
        assertThat(found(host(List.of(), List.of()))).isEmpty();
    }

    @Test
    void whatFailsIsNotTakenForNothing() {
        assertThatThrownBy(() -> found(host(FAILS, List.of("fd00::1")))).hasMessageContaining("nobody can say");
        assertThatThrownBy(() -> found(host(List.of(), FAILS))).hasMessageContaining("nobody can say");
        assertThat(found(host(List.of("10.0.0.1"), FAILS))).containsExactly("http://10.0.0.1:8086");
    }

    private static Place service(Names.Service... services) {
        return service(Map.of("a.", List.of("10.0.0.1"), "b.", List.of("10.0.0.2", "10.0.0.3")), services);
    }

    private static Place service(Map<String, List<String>> v4, Names.Service... services) {
        return new ServicePlace(new Known(v4, Map.of("c.", List.of("fd00::1")), List.of(services)), "any");
    }

    private static Names.Service record(int priority, int weight, int port, String target) {
        return new Names.Service(priority, weight, port, target);
    }

    @Test
    void aServiceHasPortsAndWeights() {
        assertThat(found(service(record(1, 3, 81, "a."), record(1, 0, 82, "b."), record(1, 1, 83, "c."))))
                .containsExactly(
                        "http://10.0.0.1:81;weight=3",
                        "http://10.0.0.2:82",
                        "http://10.0.0.3:82",
                        "http://[fd00::1]:83");
    }

    @Test
    void onlyTheFirstByPriority() {
        assertThat(found(service(record(20, 1, 81, "a."), record(10, 1, 82, "c."))))
                .containsExactly("http://[fd00::1]:82");
    }

    @Test
    void largeWeightsKeepTheirProportion() {
        assertThat(found(service(record(0, 60000, 81, "a."), record(0, 15000, 82, "c."))))
                .containsExactly("http://10.0.0.1:81;weight=1000", "http://[fd00::1]:82;weight=250");
    }

    @Test
    void theRootIsNoService() {
        assertThat(found(service(record(0, 0, 0, ".")))).isEmpty();
    }

    @Test
    void aHostWithoutAddressIsLeftOutAndOneThatNobodyKnowsIsNot() {
        assertThat(found(service(record(0, 1, 81, "a."), record(0, 1, 82, "nobody."))))
                .containsExactly("http://10.0.0.1:81");
        Map<String, List<String>> half = Map.of("a.", List.of("10.0.0.1"), "b.", FAILS);
        assertThatThrownBy(() -> found(service(half, record(0, 1, 81, "a."), record(0, 1, 82, "b."))))
                .hasMessageContaining("nobody can say");
    }
}
