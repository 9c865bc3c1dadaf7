package org.metricgateway.config;

import java.util.List;

/** What a configuration may say, but is seldom meant. */
final class Cautions {

    private Cautions() {}

    static List<String> of(Settings settings, Values values) {
        return settings.groups().values().stream()
                .filter(group -> group.dialect() == Dialect.INFLUXDB && maySplit(group))
                .map(group -> Keys.groupKey(group.name(), "writes"))
                .filter(key -> values.text(key).isEmpty())
                .map(Cautions::severalInfluxDbs)
                .toList();
    }

    private static boolean maySplit(GroupSettings group) {
        return group.urls().size() > 1 || !group.lookups().isEmpty();
    }

    private static String severalInfluxDbs(String key) {
        return key
                + " is not set, and the group may have more than one InfluxDB: each write goes to one of them, so they"
                + " must copy among themselves; set it to \"one\" if they do";
    }
}
