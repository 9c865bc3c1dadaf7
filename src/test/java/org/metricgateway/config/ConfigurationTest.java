package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered to routes, and where it comes from. */
final class ConfigurationTest {

    @Test
    void offersEachKeyThatStandsAloneButSecrets() {
        Map<String, String> properties = Given.configuration(Given.LEAST + "gateway.admin.token = hunter2")
                .properties();
        assertThat(properties)
                .doesNotContainKey("gateway.admin.token")
                .doesNotContainValue("hunter2")
                .hasSize(Keys.SINGLE.size() - 1)
                .containsEntry("gateway.listen", "0.0.0.0:8080")
                .containsEntry("gateway.default-group", "");
    }

    @Test
    void offersWhatIsInForce() {
        Map<String, String> properties = Given.configuration(
                        Given.LEAST + "gateway.listen = 127.0.0.1:0\ngateway.limit.body = 1MiB",
                        Map.of("GATEWAY_SHUTDOWN_GRACE", "7s"),
                        Map.of("gateway.limit.bytes", "1GiB"))
                .properties();
        assertThat(properties)
                .containsEntry("gateway.listen", "127.0.0.1:0")
                .containsEntry("gateway.limit.body", "1MiB")
                .containsEntry("gateway.limit.bytes", "1073741824")
                .containsEntry("gateway.shutdown.grace", "7s")
                .containsEntry("gateway.kairosdb.home", "cpu")
                .containsEntry("gateway.ready.groups", "cpu")
                .containsEntry(
                        "gateway.loops", String.valueOf(Runtime.getRuntime().availableProcessors()));
    }

    @Test
    void leavesOtherKeysAlone() {
        Configuration configuration = Given.configuration(Given.LEAST + """
                camel.main.name = {{whatever}}
                gateways.x = 1
                server.port = 1
                """);
        assertThat(configuration.source()).isEqualTo("my.properties");
        assertThat(configuration.warnings()).isEmpty();
        assertThat(configuration.properties().keySet()).allMatch(key -> key.startsWith("gateway."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            influxdb | http://a:1, http://b:1 | ``                      | true
            influxdb | dns:influxdb:8086      | ``                      | true
            influxdb | http://a:1, http://b:1 | gateway.group.g.writes = one | false
            influxdb | http://a:1             | ``                      | false
            kairosdb | http://a:1, http://b:1 | ``                      | false
            """)
    void warnsOfSeveralInfluxDbsInAGroup(String dialect, String urls, String more, boolean warns) {
        Configuration configuration = Given.configuration("""
                gateway.group.g.dialect = %s
                gateway.group.g.urls = %s
                %s
                """.formatted(dialect, urls, more));
        assertThat(configuration.warnings())
                .hasSize(warns ? 1 : 0)
                .allMatch(warning -> warning.startsWith("gateway.group.g.writes"));
    }
}
