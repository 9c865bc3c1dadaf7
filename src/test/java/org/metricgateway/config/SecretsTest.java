package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No message, and no record that might be logged, shows a secret. */
final class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway.admin.token = hunter2 \u00e9",
                "gateway.group.cpu.token = hunter2 \u00e9",
                "gateway.group.cpu.headers.X-Key = hunter2 \u00e9",
                "gateway.group.cpu.headers.Host = hunter2",
                "gateway.group.cpu.tokn = hunter2",
                "gateway.admin.token = a\ngateway.admin.token = hunter2",
                "gateway.admin.token = {{secret:hunter2}}",
                "gateway.admin.token = {{env:UNSET}}hunter2",
                "gateway.admin.token = hunter2{{env:UNSET",
                "gateway.group.mem.urls = http://admin:hunter2@localhost",
                "gateway.group.mem.urls = http://admin:hunter2@local_host",
                "gateway.group.mem.urls = http://admin:p/hunter2@localhost",
                "gateway.group.mem.urls = http://admin:p?hunter2@localhost",
                "gateway.group.mem.urls = http://admin:p@hunter2#@localhost",
                "gateway.group.mem.urls = http://admin:p@hunter2@localhost",
                "gateway.group.mem.urls = ftp://admin:hunter2@localhost",
                "gateway.group.mem.urls = http://admin:hunter2 @localhost",
                "gateway.group.mem.urls = http://localhost?token=hunter2",
                "gateway.group.mem.urls = http://local host?token=hunter2",
                "gateway.group.mem.urls = http://localhost?a=b@c&token=hunter2",
                "gateway.group.mem.urls = http://localhost#hunter2",
            })
    void inAFault(String lines) {
        assertThat(Given.faults(Given.LEAST + lines)).isNotEmpty().noneMatch(fault -> fault.contains("hunter2"));
    }

    @Test
    void inARecordOrAPlaceholder() {
        Configuration configuration = Given.configuration(Given.LEAST + """
                gateway.admin.token = hunter2
                gateway.group.cpu.token = hunter2
                gateway.group.cpu.headers.X-Key = hunter2
                """);
        assertThat(configuration.settings().adminToken()).contains("hunter2");
        assertThat(configuration.toString()).doesNotContain("hunter2");
        assertThat(configuration.settings().groups().toString()).doesNotContain("hunter2");
    }

    @Test
    void inAWarningAboutTheEnvironment() {
        Configuration configuration =
                Given.configuration(Given.LEAST, Map.of("GATEWAY_ADMIN_TOKE", "hunter2"), Map.of());
        assertThat(configuration.warnings())
                .containsExactly("GATEWAY_ADMIN_TOKE: no setting has this environment name; ignored");
    }
}
