package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentNamesTest {

    private static final Set<String> IN_THE_FILE = Set.of(
            "gateway.group.cpu.urls",
            "gateway.group.cpu-hot.urls",
            "gateway.group.cpu.headers.X-Scope-OrgID",
            "camel.main.name");

    @ParameterizedTest
    @CsvSource({
        "GATEWAY_LISTEN, gateway.listen",
        "GATEWAY_ADMIN_LISTEN, gateway.admin.listen",
        "GATEWAY_DEFAULT_GROUP, gateway.default-group",
        "GATEWAY_LIMIT_METRIC_NAME, gateway.limit.metric-name",
        "GATEWAY_RULE_12, gateway.rule.12",
        "GATEWAY_GROUP_CPU_TOKEN, gateway.group.cpu.token",
        "GATEWAY_GROUP_CPU_TIMEOUT_FIRST_BYTE, gateway.group.cpu.timeout.first-byte",
        "GATEWAY_GROUP_CPU_HOT_TLS_CA, gateway.group.cpu-hot.tls.ca",
        "GATEWAY_GROUP_CPU_HEADERS_X_SCOPE_ORGID, gateway.group.cpu.headers.X-Scope-OrgID",
        "GATEWAY_GROUP_CPU_HEADERS_X_TENANT, gateway.group.cpu.headers.X-TENANT",
        "GATEWAY_GROUP_CPU_HOT_HEADERS_X_TENANT, gateway.group.cpu-hot.headers.X-TENANT",
        "GATEWAY_GROUP_NEW_ONE_URLS, gateway.group.new-one.urls"
    })
    void stand(String name, String key) {
        EnvironmentNames names = new EnvironmentNames(Map.of(name, " 1 "), IN_THE_FILE);
        assertThat(names.properties()).containsExactly(new Property(key, "1", "environment " + name));
        assertThat(names.unknown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GATEWAY_SERVICE_HOST",
                "GATEWAY_SERVICE_PORT_HTTP",
                "GATEWAY_PORT",
                "GATEWAY_PORT_8080_TCP_ADDR",
                "GATEWAY_CONFIG",
                "PATH",
                "GATEWAY",
                "gateway.listen",
                "MY_GATEWAY_LISTEN"
            })
    void areNotOurs(String name) {
        EnvironmentNames names = new EnvironmentNames(Map.of(name, "1"), IN_THE_FILE);
        assertThat(names.properties()).isEmpty();
        assertThat(names.unknown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GATEWAY_LISTNE",
                "GATEWAY_RULE_X",
                "GATEWAY_GROUP_CPU_TOKN",
                "GATEWAY_GROUP_OTHER_TOKEN",
                "GATEWAY_GROUP_CPU_HEADERS_"
            })
    void areUnknown(String name) {
        EnvironmentNames names = new EnvironmentNames(Map.of(name, "1"), IN_THE_FILE);
        assertThat(names.properties()).isEmpty();
        assertThat(names.unknown()).containsExactly(name);
    }

    @Test
    void declareGroupsOfTheirOwn() {
        Configuration configuration = Given.configuration(
                "",
                Map.of(
                        "GATEWAY_GROUP_CPU_HOT_URLS", "http://a:1,http://b:2",
                        "GATEWAY_GROUP_CPU_HOT_CONCURRENCY", "7",
                        "GATEWAY_GROUP_CPU_HOT_HEADERS_X_TENANT", "hot",
                        "GATEWAY_RULE_1", "^cpu\\. -> cpu-hot"),
                Map.of());
        GroupSettings group = configuration.settings().groups().get("cpu-hot");
        assertThat(group.urls()).hasSize(2);
        assertThat(group.concurrency()).isEqualTo(7);
        assertThat(group.headers()).containsEntry("X-TENANT", "hot");
        assertThat(configuration.settings().rules()).hasSize(1);
        assertThat(configuration.warnings()).isEmpty();
    }

    @Test
    void winOverTheFileAndSystemPropertiesWinOverBoth() {
        String file = Given.LEAST + "gateway.mode = multi\ngateway.loops = 1\ngateway.slow-query = 1s";
        Settings settings = Given.configuration(
                        file,
                        Map.of("GATEWAY_LOOPS", "2", "GATEWAY_SLOW_QUERY", "2s"),
                        Map.of("gateway.slow-query", "3s", "java.io.tmpdir", "x"))
                .settings();
        assertThat(settings.mode()).isEqualTo(Settings.Mode.MULTI);
        assertThat(settings.loops()).isEqualTo(2);
        assertThat(settings.slowQuery()).hasSeconds(3);
    }

    @Test
    void areNamedByTheFaultsOfTheirValues() {
        assertThat(Given.faults(
                        Given.LEAST,
                        Map.of("GATEWAY_LOOPS", "none", "GATEWAY_GROUP_CPU_HEADERS_X_A", "a\r\nX-B: b"),
                        Map.of("gateway.mode", "fast", "gateway.nodes", "1")))
                .containsExactlyInAnyOrder(
                        "gateway.loops: is \"none\"; must be a whole number from 1 to 2147483647"
                                + " (environment GATEWAY_LOOPS)",
                        "gateway.group.cpu.headers.X-A: has a value that no header carries;"
                                + " use visible ASCII on one line (environment GATEWAY_GROUP_CPU_HEADERS_X_A)",
                        "gateway.mode: is \"fast\"; must be simple or multi (system property)",
                        "gateway.nodes: is no key of the gateway; remove it (system property)");
    }
}
