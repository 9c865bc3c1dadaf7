package org.metricgateway.config;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.metricgateway.config.Settings.RuleSettings;

/** Reads the rules: {@code gateway.rule.<n> = <pattern> -> <group>}. */
final class RuleReader {

    private static final String ARROW = " -> ";
    private static final String RIGHT = "must be <pattern> -> <group>, such as ^cpu[.] -> cpu";

    private final Reading<String> group;
    private final Values values;
    private final Faults faults;
    private final List<RuleSettings> rules = new ArrayList<>();
    private final Map<Integer, String> keys = new HashMap<>();

    RuleReader(Collection<String> groups, Values values, Faults faults) {
        this.group = Words.group(groups);
        this.values = values;
        this.faults = faults;
    }

    /** In their order. */
    List<RuleSettings> rules() {
        for (String key : values.keys()) {
            Matcher matcher = Keys.RULE_KEY.matcher(key);
            if (matcher.matches()) {
                values.find(key).ifPresent(property -> add(property, matcher.group(1)));
            }
        }
        return rules.stream()
                .sorted(Comparator.comparingInt(RuleSettings::order))
                .toList();
    }

    private void add(Property property, String number) {
        int arrow = property.value().lastIndexOf(ARROW);
        if (arrow < 0) {
            faults.add(property, BadValue.shown(property.value(), RIGHT));
            return;
        }
        String left = property.value().substring(0, arrow).strip();
        String right = property.value().substring(arrow + ARROW.length()).strip();
        Optional<Integer> order = values.attempt(property, number, text -> order(property, text));
        Optional<String> pattern = values.attempt(property, left, RuleReader::pattern);
        Optional<String> owner = values.attempt(property, right, group);
        if (order.isPresent() && pattern.isPresent() && owner.isPresent()) {
            rules.add(new RuleSettings(order.get(), pattern.get(), owner.get()));
        }
    }

    private int order(Property property, String number) {
        try {
            int order = Integer.parseInt(number);
            String other = keys.putIfAbsent(order, property.key());
            if (other != null) {
                throw new BadValue("has the number of " + other, "give each rule its own");
            }
            return order;
        } catch (NumberFormatException e) {
            throw new BadValue("has too large a number", "must be at most " + Integer.MAX_VALUE);
        }
    }

    private static String pattern(String text) {
        try {
            return Pattern.compile(text).pattern();
        } catch (PatternSyntaxException e) {
            String wrong = "has the bad pattern \"" + text + "\" (" + e.getDescription() + ")";
            throw new BadValue(wrong, "must be in RE2 syntax");
        }
    }
}
