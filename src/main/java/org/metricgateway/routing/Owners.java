package org.metricgateway.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.Settings;

/** Which group owns a metric of one dialect: that of the first rule which matches, else the default group. */
public final class Owners {

    private static final int REMEMBERED = 10_000;

    private final List<Rule> rules;
    private final Optional<String> defaultGroup;
    private final Cache<String, Optional<String>> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            // Upkeep is short; on the caller's thread it needs no other.
            .executor(Runnable::run)
            .build();

    /**
     * @param rules in order
     * @param defaultGroup owns what no rule matches
     */
    public Owners(List<Rule> rules, Optional<String> defaultGroup) {
        this.rules = List.copyOf(rules);
        this.defaultGroup = defaultGroup;
    }

    /** A rule applies to the dialect of its group, and so does the default group. */
    public static Owners of(Settings settings, Dialect dialect) {
        List<Rule> rules = settings.rules().stream()
                .filter(rule -> speaks(settings, rule.group(), dialect))
                .map(Rule::of)
                .toList();
        return new Owners(rules, settings.defaultGroup().filter(group -> speaks(settings, group, dialect)));
    }

    /** Empty if nobody owns it. */
    public Optional<String> find(String metric) {
        Optional<String> owner = known.getIfPresent(metric);
        if (owner == null) {
            owner = explain(metric).owner();
            known.put(metric, owner);
        }
        return owner;
    }

    /** @throws Unowned if nobody owns it */
    public String ownerOf(String metric) {
        return find(metric).orElseThrow(() -> new Unowned(List.of(metric)));
    }

    /** What {@link #find} answers, and why. */
    public Explanation explain(String metric) {
        Optional<Rule> rule =
                rules.stream().filter(each -> each.matches(metric)).findFirst();
        return new Explanation(metric, rule, rule.map(Rule::group).or(() -> defaultGroup));
    }

    public List<Rule> rules() {
        return rules;
    }

    private static boolean speaks(Settings settings, String group, Dialect dialect) {
        return settings.groups().get(group).dialect() == dialect;
    }
}
