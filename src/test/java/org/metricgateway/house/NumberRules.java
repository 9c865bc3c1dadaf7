package org.metricgateway.house;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A number that may be tuned stands in application.properties, where it is explained.
 *
 * <p>None and one are not tuned, a status that an answer has is a word of HTTP, and a place in an order is no amount.
 */
final class NumberRules implements HouseRule {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.-])(?![01](?![\\w.]))\\d[\\d._]*[a-zA-Z]{0,3}(?![\\w-])");
    private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");
    private static final Set<String> WORDS = Set.of("description", "note", "id", "message", "startupOrder");

    @Override
    public Stream<String> faults(Project project) {
        return project.items().flatMap(NumberRules::faults);
    }

    private static Stream<String> faults(Item item) {
        return Leaf.of(item.content())
                .filter(leaf -> !WORDS.contains(leaf.key()))
                .filter(leaf -> !status(leaf))
                .filter(leaf -> NUMBER.matcher(leaf.text()).find())
                .map(leaf -> item.fault("has a number: " + leaf.text()));
    }

    private static boolean status(Leaf leaf) {
        return leaf.below("setHeader")
                && leaf.below("constant")
                && STATUS.matcher(leaf.text()).matches();
    }
}
