package org.metricgateway.config;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        try {
            int order = order(number);
            String other = keys.putIfAbsent(order, property.key());
            if (other != null) {
                throw new BadValue("has the number of " + other, "give each rule its own");
            }
            rules.add(rule(order, property.value()));
        } catch (BadValue e) {
            faults.add(property, e);
        }
    }

    private static int order(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new BadValue("has too large a number", "must be at most " + Integer.MAX_VALUE);
        }
    }

    private RuleSettings rule(int order, String text) {
        int arrow = text.lastIndexOf(ARROW);
        if (arrow < 0) {
            throw BadValue.shown(text, RIGHT);
        }
        String pattern = text.substring(0, arrow).strip();
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            String wrong = "has the bad pattern \"" + pattern + "\" (" + e.getDescription() + ")";
            throw new BadValue(wrong, "must be in RE2 syntax");
        }
        return new RuleSettings(
                order, pattern, group.of(text.substring(arrow + ARROW.length()).strip()));
    }
}
