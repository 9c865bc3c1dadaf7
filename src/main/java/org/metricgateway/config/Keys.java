package org.metricgateway.config;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every key there is, with its default as text; an empty default means none, or one that is worked out. */
final class Keys {

    /** The keys that stand alone. */
    static final Map<String, String> SINGLE = table(
            "gateway.listen", "0.0.0.0:8080",
            "gateway.admin.listen", "0.0.0.0:9090",
            "gateway.admin.token", "",
            "gateway.mode", "multi",
            "gateway.loops", "",
            "gateway.default-group", "",
            "gateway.limit.body", "64MiB",
            "gateway.limit.bytes", "",
            "gateway.limit.requests", "1000",
            "gateway.limit.connections", "10000",
            "gateway.limit.merge", "32MiB",
            "gateway.limit.metrics", "1000",
            "gateway.limit.metric-name", "1KiB",
            "gateway.timeout.client", "30s",
            "gateway.trusted-proxies", "",
            "gateway.access-log", "false",
            "gateway.slow-query", "10s",
            "gateway.ready.groups", "",
            "gateway.shutdown.delay", "0s",
            "gateway.shutdown.grace", "30s",
            "gateway.kairosdb.home", "",
            "gateway.kairosdb.deletes", "true",
            "gateway.influxdb.route-by", "measurement",
            "gateway.discovery.interval", "5s",
            "gateway.discovery.nameservers", "",
            "gateway.self-ip", "");

    /** What may follow {@code gateway.group.<name>.}, besides {@code headers.<Name>}. */
    static final Map<String, String> GROUP = table(
            "dialect", "kairosdb",
            "urls", "",
            "token", "",
            "user", "",
            "password", "",
            "timeout.connect", "2s",
            "timeout.first-byte", "120s",
            "timeout.idle", "60s",
            "timeout.deadline", "180s",
            "tls.ca", "",
            "failure-status", "502, 503, 504",
            "concurrency", "256",
            "partial", "fail",
            "balance", "round-robin",
            "slow-start", "30s",
            "health.path", "",
            "health.status", "",
            "health.body", "",
            "health.interval", "2s",
            "health.timeout", "1500ms",
            "health.fall", "3",
            "health.rise", "2",
            "hold.time", "10s",
            "hold.requests", "256",
            "hold.bytes", "64MiB",
            "retries", "2",
            "writes", "",
            "stamp", "false");

    static final String HEADERS = "headers.";
    static final Pattern RULE_KEY = Pattern.compile("gateway\\.rule\\.(\\d+)");
    private static final Pattern GROUP_KEY = Pattern.compile("gateway\\.group\\.([^.]*)\\.(.+)");

    private Keys() {}

    static boolean known(String key) {
        return SINGLE.containsKey(key) || RULE_KEY.matcher(key).matches() || knownOfGroup(key);
    }

    /** The group that the key is about; empty if it is about none. */
    static String group(String key) {
        Matcher matcher = GROUP_KEY.matcher(key);
        return matcher.matches() ? matcher.group(1) : "";
    }

    static String fallback(String key) {
        String single = SINGLE.get(key);
        return single != null ? single : GROUP.getOrDefault(ofGroup(key), "");
    }

    static String groupKey(String group, String rest) {
        return "gateway.group." + group + "." + rest;
    }

    /** The known key that was probably meant; empty if none is close. */
    static String nearest(String key, Collection<String> groups) {
        Nearest nearest = new Nearest(key);
        SINGLE.keySet().forEach(nearest::consider);
        groups.forEach(group -> GROUP.keySet().forEach(rest -> nearest.consider(groupKey(group, rest))));
        return nearest.found();
    }

    private static boolean knownOfGroup(String key) {
        String rest = ofGroup(key);
        return GROUP.containsKey(rest) || rest.startsWith(HEADERS);
    }

    private static String ofGroup(String key) {
        Matcher matcher = GROUP_KEY.matcher(key);
        return matcher.matches() ? matcher.group(2) : "";
    }

    private static Map<String, String> table(String... keysAndDefaults) {
        Map<String, String> table = new LinkedHashMap<>();
        for (int i = 0; i < keysAndDefaults.length; i += 2) {
            table.put(keysAndDefaults[i], keysAndDefaults[i + 1]);
        }
        return Collections.unmodifiableMap(table);
    }
}
