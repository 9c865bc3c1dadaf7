package org.metricgateway.config;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.metricgateway.config.Settings.Discovery;
import org.metricgateway.config.Settings.Kairos;
import org.metricgateway.config.Settings.Limits;
import org.metricgateway.config.Settings.Mode;
import org.metricgateway.config.Settings.RuleSettings;

/** Reads the settings as a whole. */
final class SettingsReader {

    private final Values values;
    private final Faults faults;
    private final Set<String> names;
    private final Reading<String> groupName;

    /** @param names of the groups */
    SettingsReader(Set<String> names, Values values, Faults faults) {
        this.names = names;
        this.values = values;
        this.faults = faults;
        this.groupName = Words.group(names);
    }

    Settings settings() {
        HostPort listen = values.read("gateway.listen", Words.HOST_PORT);
        List<RuleSettings> rules = new RuleReader(names, values, faults).rules();
        Map<String, GroupSettings> groups = groups(rules);
        return new Settings(
                listen,
                adminListen(listen),
                values.read("gateway.admin.token", Words.SECRET.orNone()),
                values.read("gateway.mode", Words.constant(Mode.class)),
                values.read("gateway.loops", Amounts.POSITIVE.orNone()).orElseGet(SettingsReader::cores),
                limits(),
                values.read("gateway.timeout.client", Amounts.POSITIVE_TIME),
                values.readEach("gateway.trusted-proxies", Words.NETWORK),
                values.read("gateway.access-log", Words.TRUTH),
                values.read("gateway.slow-query", Amounts.POSITIVE_TIME),
                values.read("gateway.shutdown.delay", Amounts.TIME),
                values.read("gateway.shutdown.grace", Amounts.TIME),
                values.read("gateway.default-group", groupName.orNone()),
                new Kairos(home(groups.values()), values.read("gateway.kairosdb.deletes", Words.TRUTH)),
                values.read("gateway.influxdb.route-by", Words.constant(RouteBy.class)),
                new Discovery(
                        values.read("gateway.discovery.interval", Amounts.POSITIVE_TIME),
                        values.readEach("gateway.discovery.nameservers", Words.HOST_PORT),
                        values.read("gateway.self-ip", Words.ADDRESS.orNone())),
                groups,
                rules,
                readyGroups());
    }

    private HostPort adminListen(HostPort listen) {
        HostPort admin = values.read("gateway.admin.listen", Words.HOST_PORT);
        if (admin.collidesWith(listen)) {
            String wrong = "is " + admin + ", which gateway.listen (" + listen + ") takes";
            faults.add("gateway.admin.listen", wrong, "must be another port");
        }
        return admin;
    }

    private Limits limits() {
        return new Limits(
                values.read("gateway.limit.body", Amounts.SIZE),
                values.read("gateway.limit.bytes", Amounts.SIZE.orNone()).orElseGet(() -> DirectMemory.bytes() / 4),
                values.read("gateway.limit.requests", Amounts.POSITIVE),
                values.read("gateway.limit.connections", Amounts.POSITIVE),
                values.read("gateway.limit.merge", Amounts.SIZE),
                values.read("gateway.limit.metrics", Amounts.POSITIVE),
                values.read("gateway.limit.metric-name", Amounts.SMALL_SIZE));
    }

    private Map<String, GroupSettings> groups(List<RuleSettings> rules) {
        if (names.isEmpty()) {
            faults.add(
                    "gateway.group", "no group is configured", "set gateway.group.<name>.urls and a gateway.rule.<n>");
        }
        Map<String, GroupSettings> groups = new LinkedHashMap<>();
        Set<String> order =
                new LinkedHashSet<>(rules.stream().map(RuleSettings::group).toList());
        order.addAll(names);
        order.forEach(name -> groups.put(name, new GroupReader(name, values, faults).group()));
        return Collections.unmodifiableMap(groups);
    }

    private String home(Collection<GroupSettings> groups) {
        Optional<String> first = groups.stream()
                .filter(group -> group.dialect() == Dialect.KAIROSDB)
                .map(GroupSettings::name)
                .findFirst();
        return values.read("gateway.kairosdb.home", groupName.orNone())
                .or(() -> first)
                .orElse("");
    }

    private Set<String> readyGroups() {
        List<String> named = values.readEach("gateway.ready.groups", groupName);
        return Collections.unmodifiableSet(new TreeSet<>(named.isEmpty() ? names : named));
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
