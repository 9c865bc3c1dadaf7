package org.metricgateway.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the environment says: {@code GATEWAY_GROUP_CPU_URLS} is {@code gateway.group.cpu.urls}. */
final class EnvironmentNames {

    private static final Pattern DECLARES_GROUP = Pattern.compile("GATEWAY_GROUP_([A-Z0-9_]+)_URLS");
    private static final Pattern RULE = Pattern.compile("GATEWAY_RULE_(\\d+)");

    private final List<Property> properties = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Set<String> groups =
            new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** @param set the keys that are set elsewhere: a name is ambiguous without the groups and headers they name */
    EnvironmentNames(Map<String, String> environment, Set<String> set) {
        // Mostly there is none of ours, and no need to know them.
        if (environment.keySet().stream().anyMatch(EnvironmentNames::ours)) {
            know(environment.keySet(), set);
            new TreeMap<>(environment).forEach(this::resolve);
        }
    }

    private void know(Set<String> names, Set<String> set) {
        Keys.SINGLE.keySet().forEach(this::name);
        set.stream().map(Keys::group).filter(group -> !group.isEmpty()).forEach(groups::add);
        names.stream()
                .map(DECLARES_GROUP::matcher)
                .filter(Matcher::matches)
                .forEach(matcher -> groups.add(lower(matcher.group(1))));
        groups.forEach(group -> Keys.GROUP.keySet().forEach(rest -> name(Keys.groupKey(group, rest))));
        set.forEach(this::name);
    }

    List<Property> properties() {
        return properties;
    }

    /** Names that look like the gateway's and are not. */
    List<String> unknown() {
        return unknown;
    }

    private void name(String key) {
        keys.put(upper(key), key);
    }

    private void resolve(String name, String value) {
        if (!ours(name)) {
            return;
        }
        String key = key(name);
        if (key.isEmpty()) {
            unknown.add(name);
        } else {
            properties.add(new Property(key, value.strip(), "environment " + name));
        }
    }

    /** Kubernetes has names of a Service named gateway in every pod of its namespace. */
    private static boolean ours(String name) {
        return name.startsWith("GATEWAY_")
                && !name.startsWith("GATEWAY_SERVICE_")
                && !name.startsWith("GATEWAY_PORT")
                && !name.equals(Source.NAMED_BY);
    }

    private String key(String name) {
        String known = keys.get(name);
        if (known != null) {
            return known;
        }
        Matcher rule = RULE.matcher(name);
        return rule.matches() ? "gateway.rule." + rule.group(1) : header(name);
    }

    private String header(String name) {
        for (String group : groups) {
            String prefix = upper(Keys.groupKey(group, Keys.HEADERS));
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                return Keys.groupKey(group, Keys.HEADERS)
                        + name.substring(prefix.length()).replace('_', '-');
            }
        }
        return "";
    }

    private static String upper(String key) {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
