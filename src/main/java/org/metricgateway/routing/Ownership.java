package org.metricgateway.routing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.GroupSettings;
import org.metricgateway.config.Settings;

/**
 * Who answers what in one dialect.
 *
 * @param owners who owns which metric
 * @param groups all of the dialect, in the order of the rules
 * @param home answers what concerns no metric; empty without a group
 */
public record Ownership(Owners owners, List<String> groups, String home) {

    public static Map<Dialect, Ownership> ofEach(Settings settings) {
        Map<Dialect, Ownership> each = new EnumMap<>(Dialect.class);
        for (Dialect dialect : Dialect.values()) {
            each.put(dialect, of(settings, dialect));
        }
        return each;
    }

    public static Ownership of(Settings settings, Dialect dialect) {
        List<String> groups = settings.groups().values().stream()
                .filter(group -> group.dialect() == dialect)
                .map(GroupSettings::name)
                .toList();
        return new Ownership(Owners.of(settings, dialect), groups, home(settings, dialect, groups));
    }

    /** KairosDB's can be named, as its roll-ups and metadata live there. */
    private static String home(Settings settings, Dialect dialect, List<String> groups) {
        if (dialect == Dialect.KAIROSDB) {
            return settings.kairosdb().home();
        }
        return settings.defaultGroup().filter(groups::contains).orElse(groups.isEmpty() ? "" : groups.get(0));
    }

    /** The one group that there is, where no rule says which metrics it owns: it owns them all. */
    public Optional<String> sole() {
        return groups.size() == 1 && owners.rules().isEmpty() ? Optional.of(groups.get(0)) : Optional.empty();
    }
}
