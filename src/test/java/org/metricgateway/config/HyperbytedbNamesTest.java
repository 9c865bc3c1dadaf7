package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HyperbytedbNamesTest {

    private static final Map<String, String> LEAST = Map.of("HYPERBYTEDB_PROXY_BACKEND_SERVICE", "db-headless.ns.svc");

    @TempDir
    Path directory;

    @Test
    void oneIsEnough() {
        Configuration configuration = Given.configuration("", LEAST, Map.of());
        Settings settings = configuration.settings();
        GroupSettings group = settings.groups().get("hyperbytedb");
        assertThat(configuration.warnings()).isEmpty();
        assertThat(settings.groups()).containsOnlyKeys("hyperbytedb");
        assertThat(group.dialect()).isEqualTo(Dialect.INFLUXDB);
        assertThat(group.lookups()).hasToString("[dns:db-headless.ns.svc:8086]");
        assertThat(configuration.properties())
                .containsEntry("gateway.listen", "0.0.0.0:8086")
                .containsEntry("gateway.admin.listen", "0.0.0.0:8087")
                .containsEntry("gateway.discovery.interval", "5s")
                .containsEntry("gateway.shutdown.grace", "30s")
                .containsEntry("gateway.self-ip", "");
    }

    @Test
    void itsDefaultsHoldForTheGroup() {
        GroupSettings group = settings(LEAST).groups().get("hyperbytedb");
        assertThat(group.health().path()).isEqualTo("/health");
        assertThat(group.health().interval()).hasSeconds(2);
        assertThat(group.health().timeout()).hasMillis(1500);
        assertThat(group.timeouts().firstByte()).hasSeconds(60);
        assertThat(group.timeouts().deadline()).hasSeconds(180);
        assertThat(group.hold().time()).hasSeconds(30);
        assertThat(group.retries()).isEqualTo(2);
    }

    record Row(String name, String value, Function<Settings, Object> reads, String expected) {
        static Row of(String name, String value, Function<Settings, Object> reads, String expected) {
            return new Row(name, value, reads, expected);
        }

        static Row ofGroup(String name, String value, Function<GroupSettings, Object> reads, String expected) {
            return of(name, value, settings -> reads.apply(settings.groups().get("hyperbytedb")), expected);
        }
    }

    static List<Row> rows() {
        return List.of(
                Row.of("LISTEN", "127.0.0.1:1", Settings::listen, "127.0.0.1:1"),
                Row.of("ADMIN_LISTEN", "[::1]:2", Settings::adminListen, "[::1]:2"),
                Row.of("SELF_IP", "10.0.0.9", settings -> settings.discovery().self(), "Optional[10.0.0.9]"),
                Row.of("SELF_IP", "", settings -> settings.discovery().self(), "Optional.empty"),
                Row.of(
                        "DISCOVERY_INTERVAL_SECS",
                        "9",
                        settings -> settings.discovery().interval(),
                        "PT9S"),
                Row.of("SHUTDOWN_GRACE_SECS", "0", Settings::shutdownGrace, "PT0S"),
                Row.ofGroup("BACKEND_SERVICE", "db2", GroupSettings::lookups, "[dns:db2:8086]"),
                Row.ofGroup("BACKEND_PORT", "9", GroupSettings::lookups, "[dns:db-headless.ns.svc:9]"),
                Row.ofGroup(
                        "HEALTH_PATH", "/health/ready", group -> group.health().path(), "/health/ready"),
                Row.ofGroup("HEALTH_INTERVAL_SECS", "3", group -> group.health().interval(), "PT3S"),
                Row.ofGroup("HEALTH_TIMEOUT_MS", "700", group -> group.health().timeout(), "PT0.7S"),
                Row.ofGroup(
                        "REQUEST_TIMEOUT_SECS", "5", group -> group.timeouts().firstByte(), "PT5S"),
                // A request that may take so long must be let.
                Row.ofGroup(
                        "REQUEST_TIMEOUT_SECS", "600", group -> group.timeouts().deadline(), "PT10M30S"),
                Row.ofGroup("HOLD_TIMEOUT_SECS", "0", group -> group.hold().time(), "PT0S"),
                Row.ofGroup("MAX_RETRIES", "0", GroupSettings::retries, "0"),
                Row.ofGroup("HTTP2_PRIOR_KNOWLEDGE", "off", GroupSettings::retries, "2"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachIsUnderstood(Row row) {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.put("HYPERBYTEDB_PROXY_" + row.name, row.value);
        Configuration configuration = Given.configuration("", environment, Map.of());
        assertThat(row.reads.apply(configuration.settings())).hasToString(row.expected);
        assertThat(configuration.warnings()).isEmpty();
    }

    @Test
    void theGatewaysOwnWin() {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.put("HYPERBYTEDB_PROXY_LISTEN", "127.0.0.1:1");
        environment.put("HYPERBYTEDB_PROXY_ADMIN_LISTEN", "127.0.0.1:2");
        environment.put("HYPERBYTEDB_PROXY_SHUTDOWN_GRACE_SECS", "3");
        environment.put("HYPERBYTEDB_PROXY_HOLD_TIMEOUT_SECS", "4");
        environment.put("GATEWAY_ADMIN_LISTEN", "127.0.0.1:6");
        environment.put("GATEWAY_GROUP_HYPERBYTEDB_HOLD_TIME", "8s");
        Settings settings = Given.configuration(
                        "gateway.listen = 127.0.0.1:5", environment, Map.of("gateway.shutdown.grace", "7s"))
                .settings();
        assertThat(settings.listen()).hasToString("127.0.0.1:5");
        assertThat(settings.adminListen()).hasToString("127.0.0.1:6");
        assertThat(settings.shutdownGrace()).hasSeconds(7);
        assertThat(settings.groups().get("hyperbytedb").hold().time()).hasSeconds(8);
    }

    @Test
    void theExampleIsNotTheUsers() throws Exception {
        assertThat(loaded().groups()).containsOnlyKeys("hyperbytedb");
        Path copy = directory.resolve("application.properties");
        Files.copy(Path.of("application.properties"), copy);
        assertThat(loaded().groups()).containsOnlyKeys("hyperbytedb");
        assertThat(loaded().rules()).isEmpty();
        Files.writeString(copy, "gateway.group.own.urls = http://a:1");
        assertThat(loaded().groups()).containsOnlyKeys("hyperbytedb", "own");
    }

    @Test
    void withoutAServiceTheDefaultsAreTheGateways() {
        Map<String, String> environment =
                Map.of("HYPERBYTEDB_PROXY_LISTEN", "127.0.0.1:1", "HYPERBYTEDB_PROXY_HOLD_TIMEOUT_SECS", "4");
        Configuration configuration = Given.configuration(Given.LEAST, environment, Map.of());
        assertThat(configuration.settings().listen()).hasToString("127.0.0.1:1");
        assertThat(configuration.settings().adminListen()).hasToString("0.0.0.0:9090");
        assertThat(configuration.settings().groups().get("cpu").hold().time()).isEqualTo(Duration.ofSeconds(10));
        assertThat(configuration.warnings())
                .containsExactly("HYPERBYTEDB_PROXY_HOLD_TIMEOUT_SECS: has no effect without"
                        + " HYPERBYTEDB_PROXY_BACKEND_SERVICE; ignored");
    }

    @ParameterizedTest
    @CsvSource({
        "HYPERBYTEDB_PROXY_HTTP2_PRIOR_KNOWLEDGE, true, backends are asked with HTTP/1.1; ignored",
        "HYPERBYTEDB_PROXY_HOLD_TIME, 1, hyperbytedb-proxy has no such name; ignored",
        "RUST_LOG, debug, use LOG_LEVEL; ignored",
    })
    void whatHasNoEffectIsAWarning(String name, String value, String warning) {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.put(name, value);
        assertThat(Given.configuration("", environment, Map.of()).warnings()).containsExactly(name + ": " + warning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HYPERBYTEDB_PROXY_SERVICE_HOST",
                "HYPERBYTEDB_PROXY_PORT",
                "HYPERBYTEDB_PROXY_PORT_8086_TCP",
                "RUST_LOG"
            })
    void othersAreNotTheirs(String name) {
        assertThat(Given.configuration(Given.LEAST, Map.of(name, "1"), Map.of()).warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LISTEN                  | 8086  | gateway.listen: is "8086"; must be host:port, such as 0.0.0.0:8080 or [::]:8080, with a port to 65535 (environment HYPERBYTEDB_PROXY_LISTEN)
            BACKEND_PORT            | 70000 | HYPERBYTEDB_PROXY_BACKEND_PORT: is "70000"; must be a whole number from 1 to 65535
            BACKEND_SERVICE         | a b   | gateway.group.hyperbytedb.urls: is "dns:a b:8086"; must be dns:<host>:<port>, srv:<name> or file:<path> (environment HYPERBYTEDB_PROXY_BACKEND_SERVICE)
            DISCOVERY_INTERVAL_SECS | 0     | HYPERBYTEDB_PROXY_DISCOVERY_INTERVAL_SECS: is "0"; must be a whole number from 1 to 86400
            HOLD_TIMEOUT_SECS       | 10s   | HYPERBYTEDB_PROXY_HOLD_TIMEOUT_SECS: is "10s"; must be a whole number from 0 to 86400
            HEALTH_PATH             | ping  | gateway.group.hyperbytedb.health.path: is "ping"; must be a path, such as /ping (environment HYPERBYTEDB_PROXY_HEALTH_PATH)
            SELF_IP                 | me    | gateway.self-ip: is "me"; must be an IP address (environment HYPERBYTEDB_PROXY_SELF_IP)
            HTTP2_PRIOR_KNOWLEDGE   | maybe | HYPERBYTEDB_PROXY_HTTP2_PRIOR_KNOWLEDGE: is "maybe"; must be false
            """)
    void aBadValueIsAFaultThatNamesIt(String name, String value, String fault) {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.put("HYPERBYTEDB_PROXY_" + name, value);
        assertThat(Given.faults("", environment, Map.of())).containsExactly(fault);
    }

    private static Settings settings(Map<String, String> environment) {
        return Given.configuration("", environment, Map.of()).settings();
    }

    private Settings loaded() {
        ClassLoader loader = getClass().getClassLoader();
        return Configuration.load(new Surroundings(LEAST, Map.of(), directory, loader))
                .settings();
    }
}
