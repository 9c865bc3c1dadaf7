package org.metricgateway.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts the settings together: what the file says, over it the environment, over both the system properties. Another proxy's
 * environment names count last.
 */
final class Loading {

    private final Source source;
    private final Surroundings surroundings;
    private final Faults faults = new Faults();
    private final Values values = new Values(faults);
    private final HyperbytedbNames aliases;

    Loading(Source source, Surroundings surroundings) {
        this.source = source;
        this.surroundings = surroundings;
        this.aliases = new HyperbytedbNames(surroundings.environment(), faults);
    }

    Configuration configuration() {
        // Whoever says where backends are does not want those of the example as well.
        if (!aliases.declaresGroup() || !source.isExample(surroundings.classLoader())) {
            file();
        }
        List<String> warnings = new ArrayList<>(environment());
        system();
        aliases.properties().forEach(values::setIfAbsent);
        Set<String> groups = groups();
        unknown(groups);
        Settings settings = new SettingsReader(groups, values, faults).settings();
        faults.refuseAny();
        warnings.addAll(Cautions.of(settings, values));
        return new Configuration(settings, inForce(settings), source.name(), List.copyOf(warnings));
    }

    private void file() {
        Placeholders placeholders = new Placeholders(surroundings);
        for (Property property : PropertiesText.properties(source)) {
            if (property.ours()) {
                values.find(property.key())
                        .ifPresent(first -> faults.add(property, "is set at " + first.where() + " too", "set it once"));
                file(property, placeholders);
            }
        }
    }

    private void file(Property property, Placeholders placeholders) {
        try {
            values.set(property.withValue(placeholders.resolved(property.value())));
        } catch (BadValue e) {
            faults.add(property, e);
        }
    }

    private List<String> environment() {
        Set<String> set = new HashSet<>(values.keys());
        set.addAll(surroundings.systemProperties().keySet());
        aliases.properties().forEach(property -> set.add(property.key()));
        EnvironmentNames names = new EnvironmentNames(surroundings.environment(), set);
        names.properties().forEach(values::set);
        Stream<String> unknown =
                names.unknown().stream().map(name -> name + ": no setting has this environment name; ignored");
        return Stream.concat(unknown, aliases.warnings().stream()).toList();
    }

    private void system() {
        new TreeMap<>(surroundings.systemProperties()).forEach((key, value) -> {
            Property property = new Property(key, value.strip(), "system property");
            if (property.ours()) {
                values.set(property);
            }
        });
    }

    private Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        values.keys().stream()
                .map(Keys::group)
                .filter(group -> !group.isEmpty())
                .forEach(groups::add);
        groups.stream()
                .filter(group -> !group.matches("[a-z0-9-]+"))
                .forEach(group ->
                        faults.add(Keys.groupKey(group, "*"), "is a bad name of a group", "use a-z, 0-9 and -"));
        return groups;
    }

    private void unknown(Set<String> groups) {
        for (String key : values.keys()) {
            if (!Keys.known(key)) {
                String nearest = Keys.nearest(key, groups);
                String right = nearest.isEmpty() ? "remove it" : "did you mean " + nearest + "?";
                values.find(key).ifPresent(property -> faults.add(property, "is no key of the gateway", right));
            }
        }
    }

    private Map<String, String> inForce(Settings settings) {
        Map<String, String> all = new TreeMap<>();
        Keys.SINGLE.keySet().forEach(key -> all.put(key, values.text(key)));
        all.remove("gateway.admin.token");
        all.put("gateway.loops", String.valueOf(settings.loops()));
        all.put("gateway.limit.bytes", String.valueOf(settings.limits().bytes()));
        all.put("gateway.kairosdb.home", settings.kairosdb().home());
        all.put("gateway.ready.groups", String.join(",", settings.readyGroups()));
        return Map.copyOf(all);
    }
}
