package org.metricgateway.backend;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.Settings;

/** All groups, by name, in the order of the settings. */
public final class Groups {

    private final Map<String, Group> groups = new LinkedHashMap<>();

    public Groups(Settings settings) {
        settings.groups().forEach((name, group) -> groups.put(name, new Group(group)));
    }

    public Collection<Group> all() {
        return groups.values();
    }

    /** Tells it what becomes of their backends. */
    public void watchedBy(HealthObserver observer) {
        groups.values().forEach(group -> group.watchedBy(observer));
    }

    /** Those that requests of a dialect may be sent to. */
    public Collection<Group> of(Dialect dialect) {
        return groups.values().stream()
                .filter(group -> group.settings().dialect() == dialect)
                .toList();
    }

    /** @throws NoSuchGroup if a route asks for a group that is not configured */
    public Group named(String name) {
        Group group = groups.get(name);
        if (group == null) {
            throw new NoSuchGroup(name);
        }
        return group;
    }
}
