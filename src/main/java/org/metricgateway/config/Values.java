package org.metricgateway.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values that are set, and the defaults of those that are not. A bad one is a fault, and reading goes on. */
final class Values {

    private final Map<String, Property> properties = new LinkedHashMap<>();
    private final Faults faults;

    Values(Faults faults) {
        this.faults = faults;
    }

    /** Takes the place of what was set for its key before. */
    void set(Property property) {
        properties.put(property.key(), property);
    }

    void setIfAbsent(Property property) {
        properties.putIfAbsent(property.key(), property);
    }

    Optional<Property> find(String key) {
        return Optional.ofNullable(properties.get(key));
    }

    Set<String> keys() {
        return properties.keySet();
    }

    String text(String key) {
        return find(key).map(Property::value).orElseGet(() -> Keys.fallback(key));
    }

    <T> T read(String key, Reading<T> reading) {
        Property property = properties.get(key);
        return Optional.ofNullable(property)
                .flatMap(set -> attempt(set, set.value(), reading))
                .orElseGet(() -> reading.of(Keys.fallback(key)));
    }

    /** The good ones of a list; each bad one is a fault. */
    <T> List<T> readEach(String key, Reading<T> reading) {
        List<T> good = new ArrayList<>();
        for (String item : text(key).split(",")) {
            if (!item.isBlank()) {
                attempt(properties.get(key), item.strip(), reading).ifPresent(good::add);
            }
        }
        return List.copyOf(good);
    }

    /** Part of a value; none, and a fault, if it cannot be read. */
    <T> Optional<T> attempt(Property property, String text, Reading<T> reading) {
        try {
            return Optional.of(reading.of(text));
        } catch (BadValue e) {
            faults.add(property, e);
            return Optional.empty();
        }
    }
}
