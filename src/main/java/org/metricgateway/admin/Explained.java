package org.metricgateway.admin;

import java.util.List;
import java.util.Optional;
import org.metricgateway.config.Settings;
import org.metricgateway.routing.Explanation;
import org.metricgateway.routing.Plan;
import org.metricgateway.routing.Share;

/**
 * Who is asked for one metric of a request, and why.
 *
 * @param table what the rules say
 * @param owner who is asked in truth; empty if nobody
 * @param why in words
 */
record Explained(Explanation table, Optional<String> owner, String why) {

    /**
     * @param position of the metric in the request
     * @param group who is asked for all of the request; null if several are, or nobody
     * @param plan who is asked for what; null if nobody, or one for all
     */
    static Explained of(Explanation table, int position, String group, Plan plan, Settings.Mode mode) {
        Optional<String> owner = Optional.ofNullable(group).or(() -> planned(plan, position));
        return new Explained(table, owner, why(table, position, owner, mode));
    }

    private static Optional<String> planned(Plan plan, int position) {
        List<Share> shares = plan == null ? List.of() : plan.shares();
        return shares.stream()
                .filter(share -> contains(share.positions(), position))
                .map(Share::group)
                .findFirst();
    }

    private static boolean contains(int[] positions, int position) {
        for (int each : positions) {
            if (each == position) {
                return true;
            }
        }
        return false;
    }

    private static String why(Explanation table, int position, Optional<String> owner, Settings.Mode mode) {
        if (owner.equals(table.owner())) {
            return table.rule()
                    .map(rule -> "the first rule that matches is " + rule)
                    .orElse(owner.isPresent() ? "no rule matches: gateway.default-group" : "no rule matches");
        }
        if (owner.isEmpty()) {
            return "a metric of the request has no owner: the whole request is refused";
        }
        return mode == Settings.Mode.SIMPLE && position > 0
                ? "gateway.mode is simple: the first metric decides"
                : "a step of the route choose-owner decides";
    }
}
