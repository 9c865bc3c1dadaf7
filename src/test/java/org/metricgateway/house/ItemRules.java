package org.metricgateway.house;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A route has a name to search for, a sentence to say aloud, and fits on a screen. */
final class ItemRules implements HouseRule {

    private static final int SCREEN = 40;
    private static final String TWO_WORDS = "[a-z]+(-[a-z]+)+";
    private static final String WORDS = "[a-z]+(-[a-z]+)*";

    @Override
    public Stream<String> faults(Project project) {
        List<Item> named =
                project.items().filter(item -> item.route() || item.template()).toList();
        return Stream.concat(named.stream().flatMap(item -> faults(item).stream()), twice(named));
    }

    private static List<String> faults(Item item) {
        List<String> faults = new ArrayList<>();
        if (!item.id().matches(item.template() ? WORDS : TWO_WORDS)) {
            faults.add(item.fault("its id is not of the form " + (item.template() ? "noun" : "verb-object")));
        }
        String description = item.content().path("description").asText();
        if (description.isBlank() || description.endsWith(".")) {
            faults.add(item.fault("has no description, or one with a full stop"));
        }
        if (item.lines() > SCREEN) {
            faults.add(item.fault("has " + item.lines() + " lines, more than " + SCREEN));
        }
        return faults;
    }

    private static Stream<String> twice(List<Item> items) {
        return items.stream()
                .filter(item -> items.stream().takeWhile(other -> other != item).anyMatch(other -> other.id()
                        .equals(item.id())))
                .map(item -> item.fault("its id is taken"));
    }
}
