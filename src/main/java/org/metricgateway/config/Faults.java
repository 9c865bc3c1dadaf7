package org.metricgateway.config;

import java.util.ArrayList;
import java.util.List;

/** The faults found so far; reading goes on after each, so that all are told at once. */
final class Faults {

    private final List<Fault> found = new ArrayList<>();

    void add(String key, String wrong, String right) {
        found.add(new Fault(key, wrong, right, ""));
    }

    void add(Property property, String wrong, String right) {
        found.add(new Fault(property.key(), wrong, right, property.where()));
    }

    void add(Property property, BadValue bad) {
        add(property, bad.wrong(), bad.right());
    }

    void refuseAny() {
        if (!found.isEmpty()) {
            throw new InvalidSettings(found);
        }
    }
}
