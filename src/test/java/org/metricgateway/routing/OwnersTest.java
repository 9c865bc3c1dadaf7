package org.metricgateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.GroupSettings;
import org.metricgateway.config.GroupSettings.Partial;
import org.metricgateway.config.GroupSettings.Timeouts;
import org.metricgateway.config.HostPort;
import org.metricgateway.config.Settings;
import org.metricgateway.config.Settings.Kairos;
import org.metricgateway.config.Settings.Limits;
import org.metricgateway.config.Settings.Mode;
import org.metricgateway.config.Settings.RuleSettings;

final class OwnersTest {

    private static final Settings SETTINGS = settings(
            Optional.of("mem"),
            List.of(
                    new RuleSettings(1, "^cpu[.]", "cpu"),
                    new RuleSettings(2, "load", "influx"),
                    new RuleSettings(3, "[.]used$", "mem"),
                    new RuleSettings(9, "^cpu", "mem")),
            group("cpu", Dialect.KAIROSDB),
            group("mem", Dialect.KAIROSDB),
            group("influx", Dialect.INFLUXDB));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KAIROSDB | cpu.load | cpu
            KAIROSDB | cpu.used | cpu
            KAIROSDB | cpux     | mem
            KAIROSDB | x.used   | mem
            KAIROSDB | other    | mem
            INFLUXDB | cpu.load | influx
            INFLUXDB | cpu.used | nobody
            """)
    void theFirstRuleOfTheDialectWins(Dialect dialect, String metric, String owner) {
        Owners owners = Owners.of(SETTINGS, dialect);
        for (int again = 0; again < 2; again++) {
            assertThat(owners.find(metric).orElse("nobody")).isEqualTo(owner);
        }
    }

    @Test
    void explains() {
        Owners owners = Owners.of(SETTINGS, Dialect.KAIROSDB);
        Explanation byRule = owners.explain("a.used");
        assertThat(byRule.rule()).map(Rule::order).contains(3);
        assertThat(byRule.owner()).contains("mem");
        assertThat(owners.explain("other")).isEqualTo(new Explanation("other", Optional.empty(), Optional.of("mem")));
        assertThat(Owners.of(SETTINGS, Dialect.INFLUXDB).explain("other").owner())
                .isEmpty();
    }

    @Test
    void namesAMetricWithoutOwner() {
        Owners owners = Owners.of(SETTINGS, Dialect.PROMETHEUS);
        assertThatThrownBy(() -> owners.ownerOf("up"))
                .isInstanceOfSatisfying(
                        Unowned.class, e -> assertThat(e.metrics()).containsExactly("up"))
                .hasMessage("no rule owns up");
    }

    @Test
    void answersForMoreMetricsThanItRemembers() {
        Owners owners = Owners.of(SETTINGS, Dialect.KAIROSDB);
        for (int i = 0; i < 25_000; i++) {
            assertThat(owners.ownerOf("cpu." + i)).isEqualTo("cpu");
        }
        assertThat(owners.ownerOf("cpu.0")).isEqualTo("cpu");
    }

    private static GroupSettings group(String name, Dialect dialect) {
        Duration second = Duration.ofSeconds(1);
        return new GroupSettings(
                name,
                dialect,
                List.of(URI.create("http://" + name + ":8080")),
                Optional.empty(),
                Map.of(),
                new Timeouts(second, second, second, second),
                Optional.empty(),
                Set.of(502, 503, 504),
                256,
                Partial.FAIL);
    }

    private static Settings settings(Optional<String> defaultGroup, List<RuleSettings> rules, GroupSettings... groups) {
        return new Settings(
                new HostPort("127.0.0.1", 0),
                new HostPort("127.0.0.1", 0),
                Optional.empty(),
                Mode.MULTI,
                1,
                new Limits(1, 1, 1, 1, 1, 1, 1),
                Duration.ZERO,
                List.of(),
                false,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                defaultGroup,
                new Kairos("cpu", true),
                List.of(groups).stream().collect(Collectors.toMap(GroupSettings::name, each -> each)),
                rules,
                Set.of());
    }
}
