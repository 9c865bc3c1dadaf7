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
        return property == null ? reading.of(Keys.fallback(key)) : read(property, reading);
    }

    /** The good ones of a list; each bad one is a fault. */
    <T> List<T> readEach(String key, Reading<T> reading) {
        List<T> good = new ArrayList<>();
        for (String item : text(key).split(",")) {
            if (!item.isBlank()) {
                try {
                    good.add(reading.of(item.strip()));
                } catch (BadValue e) {
                    faults.add(properties.get(key), e);
                }
            }
        }
        return List.copyOf(good);
    }

    private <T> T read(Property property, Reading<T> reading) {
        try {
            return reading.of(property.value());
        } catch (BadValue e) {
            faults.add(property, e);
            return reading.of(Keys.fallback(property.key()));
        }
    }
}
