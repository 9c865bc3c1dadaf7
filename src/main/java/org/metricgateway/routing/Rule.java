package org.metricgateway.routing;

import com.google.re2j.Pattern;
import org.metricgateway.config.Settings.RuleSettings;

/**
 * A pattern and the group that owns the metrics it matches.
 *
 * @param order the number in {@code gateway.rule.<n>}
 * @param pattern searched for anywhere in a name, in linear time
 * @param group the owner
 * @see <a href="https://github.com/google/re2/wiki/Syntax">RE2: Syntax</a>
 */
public record Rule(int order, Pattern pattern, String group) {

    /** @throws com.google.re2j.PatternSyntaxException if the pattern is none */
    public static Rule of(RuleSettings settings) {
        return new Rule(settings.order(), Pattern.compile(settings.pattern()), settings.group());
    }

    public boolean matches(String metric) {
        return pattern.matcher(metric).find();
    }

    /** As in the configuration. */
    @Override
    public String toString() {
        return "gateway.rule." + order + " = " + pattern + " -> " + group;
    }
}
