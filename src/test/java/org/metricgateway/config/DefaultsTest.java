package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.metricgateway.config.GroupSettings.Partial;
import org.metricgateway.config.GroupSettings.Timeouts;
import org.metricgateway.config.Settings.Kairos;
import org.metricgateway.config.Settings.Limits;
import org.metricgateway.config.Settings.Mode;

final class DefaultsTest {

    private final Settings settings = Given.settings(Given.LEAST);

    @Test
    void ofTheGateway() {
        assertThat(settings.listen()).hasToString("0.0.0.0:8080");
        assertThat(settings.adminListen()).hasToString("0.0.0.0:9090");
        assertThat(settings.adminToken()).isEmpty();
        assertThat(settings.mode()).isEqualTo(Mode.MULTI);
        assertThat(settings.loops()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(settings.clientTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.trustedProxies()).isEmpty();
        assertThat(settings.accessLog()).isFalse();
        assertThat(settings.slowQuery()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.shutdownDelay()).isZero();
        assertThat(settings.shutdownGrace()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.defaultGroup()).isEmpty();
        assertThat(settings.kairosdb()).isEqualTo(new Kairos("cpu", true));
        assertThat(settings.rules()).isEmpty();
        assertThat(settings.readyGroups()).containsExactly("cpu");
    }

    @Test
    void ofItsLimits() {
        assertThat(settings.limits())
                .isEqualTo(new Limits(64 << 20, DirectMemory.bytes() / 4, 1000, 10_000, 32 << 20, 1000, 1024));
        assertThat(DirectMemory.bytes()).isPositive();
    }

    @Test
    void ofAGroup() {
        GroupSettings group = settings.groups().get("cpu");
        assertThat(group.name()).isEqualTo("cpu");
        assertThat(group.dialect()).isEqualTo(Dialect.KAIROSDB);
        assertThat(group.urls()).containsExactly(BackendAddress.of(URI.create("http://localhost:8081")));
        assertThat(group.token()).isEmpty();
        assertThat(group.headers()).isEmpty();
        assertThat(group.timeouts())
                .isEqualTo(new Timeouts(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(120),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(180)));
        assertThat(group.caFile()).isEmpty();
        assertThat(group.failureStatus()).containsExactlyInAnyOrder(502, 503, 504);
        assertThat(group.concurrency()).isEqualTo(256);
        assertThat(group.partial()).isEqualTo(Partial.FAIL);
    }

    @Test
    void theHomeIsTheGroupOfTheFirstRuleElseTheFirstByName() {
        String groups = """
                gateway.group.b.urls = http://localhost:1
                gateway.group.a.urls = http://localhost:2
                gateway.group.c.urls = http://localhost:3
                """;
        assertThat(Given.settings(groups).kairosdb().home()).isEqualTo("a");
        Settings ruled = Given.settings(groups + "gateway.rule.20 = x -> b\ngateway.rule.3 = y -> c");
        assertThat(ruled.kairosdb().home()).isEqualTo("c");
        assertThat(ruled.groups().keySet()).containsExactly("c", "b", "a");
        assertThat(ruled.readyGroups()).containsExactly("a", "b", "c");
    }

    @Test
    void anEmptyValueIsNone() {
        Settings none = Given.settings(Given.LEAST + """
                gateway.admin.token =
                gateway.default-group =
                gateway.loops =
                gateway.ready.groups =
                gateway.group.cpu.token =
                gateway.group.cpu.failure-status =
                """);
        assertThat(none.adminToken()).isEqualTo(Optional.empty());
        assertThat(none.readyGroups()).containsExactly("cpu");
        assertThat(none.groups().get("cpu").failureStatus()).isEmpty();
    }
}
