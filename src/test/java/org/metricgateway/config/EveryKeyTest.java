package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricgateway.config.Settings.Discovery;
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
                        "false"),
                new Row("gateway.influxdb.route-by", "database", Settings::routeBy, "DATABASE"),
                discovery("interval", "1s", Discovery::interval, "PT1S"),
                discovery("nameservers", "127.0.0.1:53", Discovery::nameservers, "[127.0.0.1:53]"),
                new Row(
                        "gateway.self-ip",
                        "10.0.0.9",
                        settings -> settings.discovery().self(),
                        "Optional[10.0.0.9]"));
    }

    static List<Row> group() {
        return List.of(
                ofGroup("dialect", "kairosdb", GroupSettings::dialect, "KAIROSDB"),
                ofGroup(
                        "urls",
                        "http://a:1/kairos/;weight=3, https://[::1], dns:kairos:80, srv:_http._tcp.kairos, file:/etc/b",
                        group -> group.urls() + " " + group.lookups(),
                        "[http://a:1/kairos;weight=3, https://[::1]]"
                                + " [dns:kairos:80, srv:_http._tcp.kairos, file:/etc/b]"),
                ofGroup("token", "t0ken", GroupSettings::token, "Optional[t0ken]"),
                ofGroup("user", "joe", GroupSettings::login, "Optional[joe:secret]"),
                ofGroup("password", "s3", GroupSettings::login, "Optional[me:s3]"),
                ofGroup("headers.X-Tenant", "a, b", GroupSettings::headers, "{X-Tenant=a, b}"),
                ofGroup("timeout.connect", "1s", group -> group.timeouts().connect(), "PT1S"),
                ofGroup("timeout.first-byte", "2s", group -> group.timeouts().firstByte(), "PT2S"),
                ofGroup("timeout.idle", "3s", group -> group.timeouts().idle(), "PT3S"),
                ofGroup("timeout.deadline", "4s", group -> group.timeouts().deadline(), "PT4S"),
                ofGroup("tls.ca", CA, GroupSettings::caFile, "Optional[" + CA + "]"),
                ofGroup("failure-status", "500", GroupSettings::failureStatus, "[500]"),
                ofGroup("concurrency", "5", GroupSettings::concurrency, "5"),
                ofGroup("partial", "warn", GroupSettings::partial, "WARN"),
                ofGroup("balance", "least-connections", GroupSettings::balance, "LEAST_CONNECTIONS"),
                ofGroup("slow-start", "5s", GroupSettings::slowStart, "PT5S"),
                ofGroup("health.path", "/ping", group -> group.health().path(), "/ping"),
                ofGroup("health.status", "200", group -> group.health().statuses(), "[200]"),
                ofGroup("health.body", "pass", group -> group.health().body(), "pass"),
                ofGroup("health.interval", "1s", group -> group.health().interval(), "PT1S"),
                ofGroup("health.timeout", "1s", group -> group.health().timeout(), "PT1S"),
                ofGroup("health.fall", "4", group -> group.health().fall(), "4"),
                ofGroup("health.rise", "5", group -> group.health().rise(), "5"),
                ofGroup("hold.time", "0s", group -> group.hold().time(), "PT0S"),
                ofGroup("hold.requests", "7", group -> group.hold().requests(), "7"),
                ofGroup("hold.bytes", "1MiB", group -> group.hold().bytes(), "1048576"),
                ofGroup("retries", "0", GroupSettings::retries, "0"),
                ofGroup("writes", "one", GroupSettings::name, "mem"),
                ofGroup("stamp", "true", GroupSettings::stamp, "true"));
    }

    @ParameterizedTest
    @MethodSource({"single", "group"})
    void isRead(Row row) {
        String urls = row.key.endsWith(".urls") ? "" : "gateway.group.mem.urls = http://localhost:8082\n";
        String login = row.key.endsWith(".user")
                ? "gateway.group.mem.password = secret\n"
                : row.key.endsWith(".password") ? "gateway.group.mem.user = me\n" : "";
        Settings settings = Given.settings(Given.LEAST + urls + login + row.key + " = " + row.value);
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

    private static Row discovery(String key, String value, Function<Discovery, Object> reads, String expected) {
        return new Row("gateway.discovery." + key, value, settings -> reads.apply(settings.discovery()), expected);
    }

    private static Row ofGroup(String key, String value, Function<GroupSettings, Object> reads, String expected) {
        return new Row(
                "gateway.group.mem." + key,
                value,
                settings -> reads.apply(settings.groups().get("mem")),
                expected);
    }
}
