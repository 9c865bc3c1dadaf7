package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricgateway.config.Settings.Limits;

/** Each key changes what it should. */
final class EveryKeyTest {

    private static final String CA = "src/test/resources/config/ca.pem";

    record Row(String key, String value, Function<Settings, Object> reads, String expected) {
        @Override
        public String toString() {
            return key;
        }
    }

    static List<Row> single() {
        return List.of(
                new Row("gateway.listen", "[::1]:81", Settings::listen, "[::1]:81"),
                new Row("gateway.admin.listen", "localhost:0", Settings::adminListen, "localhost:0"),
                new Row("gateway.admin.token", "s3cret", Settings::adminToken, "Optional[s3cret]"),
                new Row("gateway.mode", "simple", Settings::mode, "SIMPLE"),
                new Row("gateway.loops", "7", Settings::loops, "7"),
                new Row("gateway.default-group", "cpu", Settings::defaultGroup, "Optional[cpu]"),
                limit("body", "10kB", Limits::body, "10000"),
                limit("bytes", "3GiB", Limits::bytes, "3221225472"),
                limit("requests", "8", Limits::requests, "8"),
                limit("connections", "9", Limits::connections, "9"),
                limit("merge", "1000", Limits::merge, "1000"),
                limit("metrics", "10", Limits::metrics, "10"),
                limit("metric-name", "2KiB", Limits::metricName, "2048"),
                new Row("gateway.timeout.client", "500ms", Settings::clientTimeout, "PT0.5S"),
                new Row(
                        "gateway.trusted-proxies",
                        "10.0.0.0/8, fd00::/8, 127.0.0.1",
                        settings -> settings.trustedProxies().stream()
                                .map(Network::bits)
                                .toList(),
                        "[8, 8, 32]"),
                new Row("gateway.access-log", "true", Settings::accessLog, "true"),
                new Row("gateway.slow-query", "2m", Settings::slowQuery, "PT2M"),
                new Row("gateway.ready.groups", "cpu", Settings::readyGroups, "[cpu]"),
                new Row("gateway.shutdown.delay", "5s", Settings::shutdownDelay, "PT5S"),
                new Row("gateway.shutdown.grace", "1h", Settings::shutdownGrace, "PT1H"),
                new Row(
                        "gateway.kairosdb.home",
                        "mem",
                        settings -> settings.kairosdb().home(),
                        "mem"),
                new Row(
                        "gateway.kairosdb.deletes",
                        "false",
                        settings -> settings.kairosdb().deletes(),
                        "false"));
    }

    static List<Row> group() {
        return List.of(
                ofGroup("dialect", "kairosdb", GroupSettings::dialect, "KAIROSDB"),
                ofGroup(
                        "urls",
                        "http://a:1/kairos/, https://[::1]",
                        GroupSettings::urls,
                        "[http://a:1/kairos, https://[::1]]"),
                ofGroup("token", "t0ken", GroupSettings::token, "Optional[t0ken]"),
                ofGroup("headers.X-Tenant", "a, b", GroupSettings::headers, "{X-Tenant=a, b}"),
                ofGroup("timeout.connect", "1s", group -> group.timeouts().connect(), "PT1S"),
                ofGroup("timeout.first-byte", "2s", group -> group.timeouts().firstByte(), "PT2S"),
                ofGroup("timeout.idle", "3s", group -> group.timeouts().idle(), "PT3S"),
                ofGroup("timeout.deadline", "4s", group -> group.timeouts().deadline(), "PT4S"),
                ofGroup("tls.ca", CA, GroupSettings::caFile, "Optional[" + CA + "]"),
                ofGroup("failure-status", "500", GroupSettings::failureStatus, "[500]"),
                ofGroup("concurrency", "5", GroupSettings::concurrency, "5"),
                ofGroup("partial", "warn", GroupSettings::partial, "WARN"),
                ofGroup("balance", "round-robin", GroupSettings::name, "mem"));
    }

    @ParameterizedTest
    @MethodSource({"single", "group"})
    void isRead(Row row) {
        String urls = row.key.endsWith(".urls") ? "" : "gateway.group.mem.urls = http://localhost:8082\n";
        Settings settings = Given.settings(Given.LEAST + urls + row.key + " = " + row.value);
        assertThat(row.reads.apply(settings)).hasToString(row.expected);
    }

    @Test
    void hasARowHere() {
        assertThat(single()).extracting(Row::key).containsExactlyElementsOf(Keys.SINGLE.keySet());
        Stream<String> grouped = group().stream().map(row -> row.key.substring("gateway.group.mem.".length()));
        assertThat(grouped.filter(key -> !key.startsWith(Keys.HEADERS))).containsExactlyElementsOf(Keys.GROUP.keySet());
    }

    @Test
    void rulesAreReadInTheOrderOfTheirNumbers() {
        Settings settings = Given.settings(Given.LEAST + """
                gateway.rule.10 = a -> b -> cpu
                gateway.rule.9  = ^cpu\\.\\d+$ -> cpu
                """);
        assertThat(settings.rules())
                .extracting(rule -> rule.order() + " " + rule.pattern() + " " + rule.group())
                .containsExactly("9 ^cpu\\.\\d+$ cpu", "10 a -> b cpu");
    }

    private static Row limit(String key, String value, Function<Limits, Object> reads, String expected) {
        return new Row("gateway.limit." + key, value, settings -> reads.apply(settings.limits()), expected);
    }

    private static Row ofGroup(String key, String value, Function<GroupSettings, Object> reads, String expected) {
        return new Row(
                "gateway.group.mem." + key,
                value,
                settings -> reads.apply(settings.groups().get("mem")),
                expected);
    }
}
