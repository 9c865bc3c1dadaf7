package org.metricgateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.Group;
import org.metricgateway.config.BackendAddress;
import org.metricgateway.support.Configured;

/** Meters come and go with their backends. */
final class BackendMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Group group = new Group(Configured.group("http://a:1"));
    private final BackendMeters meters = new BackendMeters(registry, List.of(group));

    @Test
    void oneThatLeavesTakesItsOwnAndNoOther() {
        int before = registry.getMeters().size();
        for (int round = 0; round < 3; round++) {
            Backend backend = new Backend(BackendAddress.of(URI.create("http://b:2/base")), group.settings());
            meters.guarded(backend, CircuitBreaker.ofDefaults(backend.routeId()));
            meters.joined(backend);
            assertThat(registry.get("gateway.backend.up")
                            .tags("group", "cpu", "backend", "b:2/base")
                            .gauge()
                            .value())
                    .isNotNaN();
            assertThat(registry.get("resilience4j.circuitbreaker.state")
                            .tags("name", backend.routeId(), "state", "closed")
                            .gauge()
                            .value())
                    .isEqualTo(1);
            meters.left(backend);
            assertThat(registry.getMeters()).hasSize(before);
        }
        assertThat(registry.get("gateway.backend.up").tag("backend", "a:1").gauge())
                .isNotNull();
    }
}
