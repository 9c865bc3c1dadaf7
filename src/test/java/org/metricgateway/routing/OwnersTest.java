package org.metricgateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.Settings;
import org.metricgateway.support.Configured;

final class OwnersTest {

    private static final Settings SETTINGS = Configured.settings(
            "gateway.group.cpu.urls = http://cpu:8080",
            "gateway.group.mem.urls = http://mem:8080",
            "gateway.group.influx.urls = http://influx:8086",
            "gateway.group.influx.dialect = influxdb",
            "gateway.default-group = mem",
            "gateway.rule.1 = ^cpu[.] -> cpu",
            "gateway.rule.2 = load -> influx",
            "gateway.rule.3 = [.]used$ -> mem",
            "gateway.rule.9 = ^cpu -> mem");

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
}
