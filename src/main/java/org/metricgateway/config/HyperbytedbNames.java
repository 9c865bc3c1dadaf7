package org.metricgateway.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the environment names of hyperbytedb-proxy ask for, so that the gateway can take its place. Where
 * {@code HYPERBYTEDB_PROXY_BACKEND_SERVICE} is set, that proxy's defaults hold too. Each setting of the gateway's own wins.
 */
final class HyperbytedbNames {

    private static final String PREFIX = "HYPERBYTEDB_PROXY_";
    private static final String SERVICE = PREFIX + "BACKEND_SERVICE";
    private static final String HTTP2 = PREFIX + "HTTP2_PRIOR_KNOWLEDGE";
    private static final Alias PORT = Alias.count("BACKEND_PORT", "", 1, 0xFFFF, "8086");
    private static final Duration DEADLINE = Amounts.TIME.of(Keys.GROUP.get("timeout.deadline"));

    private static final List<Alias> OF_THE_GATEWAY = List.of(
            Alias.text("LISTEN", "gateway.listen", "0.0.0.0:8086"),
            Alias.text("ADMIN_LISTEN", "gateway.admin.listen", "0.0.0.0:8087"),
            Alias.text("SELF_IP", "gateway.self-ip", ""),
            Alias.time("DISCOVERY_INTERVAL_SECS", "gateway.discovery.interval", 1, "5"),
            Alias.time("SHUTDOWN_GRACE_SECS", "gateway.shutdown.grace", 0, "30"));

    private static final List<Alias> OF_THE_GROUP = List.of(
            Alias.text("HEALTH_PATH", group("health.path"), "/health"),
            Alias.time("HEALTH_INTERVAL_SECS", group("health.interval"), 1, "2"),
            Alias.time("HEALTH_TIMEOUT_MS", group("health.timeout"), 1, "1500"),
            Alias.time("REQUEST_TIMEOUT_SECS", group("timeout.first-byte"), 1, "60"),
            Alias.time("HOLD_TIMEOUT_SECS", group("hold.time"), 0, "30"),
            Alias.count("MAX_RETRIES", group("retries"), 0, 10, "2"));

    private final Map<String, String> environment;
    private final Faults faults;
    private final Map<String, Property> properties = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    HyperbytedbNames(Map<String, String> environment, Faults faults) {
        this.environment = environment;
        this.faults = faults;
        if (environment.keySet().stream().anyMatch(name -> name.startsWith(PREFIX))) {
            read();
        }
    }

    private void read() {
        OF_THE_GATEWAY.stream()
                .filter(alias -> declaresGroup() || environment.containsKey(PREFIX + alias.name()))
                .forEach(alias -> set(alias.key(), value(alias), PREFIX + alias.name()));
        if (declaresGroup()) {
            group();
        }
        http2();
        new TreeSet<>(environment.keySet()).forEach(this::warn);
    }

    /** What they set, where nothing else does. */
    Collection<Property> properties() {
        return properties.values();
    }

    /** Names that have no effect. */
    List<String> warnings() {
        return warnings;
    }

    /** Whether they say where backends are. */
    boolean declaresGroup() {
        return environment.containsKey(SERVICE);
    }

    private void group() {
        OF_THE_GROUP.forEach(alias -> set(alias.key(), value(alias), PREFIX + alias.name()));
        set(group("urls"), "dns:" + environment.get(SERVICE).strip() + ":" + value(PORT), SERVICE);
        set(group("dialect"), "influxdb", SERVICE);
        // The members of its cluster copy what one of them is given.
        set(group("writes"), "one", SERVICE);
        Duration longest = time("timeout.first-byte").plus(time("hold.time"));
        if (longest.compareTo(DEADLINE) > 0) {
            set(group("timeout.deadline"), longest.toSeconds() + "s", PREFIX + "REQUEST_TIMEOUT_SECS");
        }
    }

    private Duration time(String rest) {
        return Amounts.TIME.of(properties.get(group(rest)).value());
    }

    private void set(String key, String value, String name) {
        String where = environment.containsKey(name) ? "environment " + name : "default of hyperbytedb-proxy";
        properties.put(key, new Property(key, value, where));
    }

    private String value(Alias alias) {
        String name = PREFIX + alias.name();
        String text = environment.get(name);
        try {
            return text == null ? alias.defaultValue() : alias.value(text.strip());
        } catch (BadValue e) {
            faults.add(name, e.wrong(), e.right());
            return alias.defaultValue();
        }
    }

    private void http2() {
        String text = environment.getOrDefault(HTTP2, "").strip();
        if (text.matches("1|true|yes|on")) {
            warnings.add(HTTP2 + ": backends are asked with HTTP/1.1; ignored");
        } else if (!text.matches("|0|false|no|off")) {
            BadValue bad = BadValue.shown(text, "must be false");
            faults.add(HTTP2, bad.wrong(), bad.right());
        }
    }

    private void warn(String name) {
        boolean known = Stream.concat(Stream.of(PORT), OF_THE_GROUP.stream())
                .anyMatch(alias -> name.equals(PREFIX + alias.name()));
        if (known && !declaresGroup()) {
            warnings.add(name + ": has no effect without " + SERVICE + "; ignored");
        } else if (!known && isUnknown(name)) {
            warnings.add(name + ": hyperbytedb-proxy has no such name; ignored");
        } else if (name.equals("RUST_LOG") && declaresGroup()) {
            warnings.add("RUST_LOG: use LOG_LEVEL; ignored");
        }
    }

    private static boolean isUnknown(String name) {
        // Those of a Service named hyperbytedb-proxy are in every pod of its namespace.
        return name.startsWith(PREFIX)
                && !name.matches(PREFIX + "(SERVICE_|PORT).*")
                && !List.of(SERVICE, HTTP2).contains(name)
                && OF_THE_GATEWAY.stream().noneMatch(alias -> name.equals(PREFIX + alias.name()));
    }

    private static String group(String rest) {
        return Keys.groupKey("hyperbytedb", rest);
    }
}
