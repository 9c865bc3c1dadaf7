package org.metricgateway.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.metricgateway.metric.InfluxPage;
import org.metricgateway.metric.InfluxQuery;
import org.metricgateway.metric.InfluxSource.Form;
import org.metricgateway.metric.InfluxStatement;

/**
 * In which order which groups are asked for the statements of a query. Neighbours of one owner go together.
 *
 * @param steps one where one group is asked for everything; none if no statement concerns any group
 */
public record Steps(List<Step> steps) {

    /**
     * @throws Unowned if only one of the measurements has no owner
     * @throws Indivisible if a statement concerns several groups that could not answer it together
     */
    public static Steps of(InfluxQuery query, Concern concern, Ownership ownership) {
        List<Step> steps = new ArrayList<>();
        Set<String> unowned = new LinkedHashSet<>();
        for (int i = 0; i < query.statements().size(); i++) {
            InfluxStatement statement = query.statements().get(i);
            List<String> groups = groups(concern.names(statement), ownership, unowned);
            if (groups.size() > 1) {
                refuse(statement, i);
            }
            add(steps, groups, i);
        }
        if (!unowned.isEmpty()) {
            throw new Unowned(List.copyOf(unowned));
        }
        return new Steps(List.copyOf(steps));
    }

    /** The group that is asked for everything; empty where several are. */
    public Optional<String> sole() {
        return steps.size() == 1 && !steps.get(0).split()
                ? Optional.of(steps.get(0).shares().get(0).group())
                : Optional.empty();
    }

    private static List<String> groups(Optional<Set<String>> names, Ownership ownership, Set<String> unowned) {
        if (names.isEmpty()) {
            return ownership.groups();
        }
        Set<String> groups = new LinkedHashSet<>();
        for (String name : names.get()) {
            ownership.owners().find(name).ifPresentOrElse(groups::add, () -> unowned.add(name));
        }
        return groups.isEmpty() ? List.of(ownership.home()) : List.copyOf(groups);
    }

    private static void add(List<Step> steps, List<String> groups, int position) {
        Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        if (last != null && groups.size() == 1 && last.isOf(groups.get(0))) {
            int[] before = last.shares().get(0).positions();
            int[] longer = Arrays.copyOf(before, before.length + 1);
            longer[before.length] = position;
            steps.set(steps.size() - 1, new Step(List.of(new Share(groups.get(0), longer))));
        } else {
            steps.add(new Step(groups.stream()
                    .map(group -> new Share(group, new int[] {position}))
                    .toList()));
        }
    }

    private static void refuse(InfluxStatement statement, int position) {
        String reason =
                switch (statement.kind()) {
                    case SELECT -> selecting(statement);
                    case INTO -> "reads or writes measurements of more than one: each database can only write its own";
                    case EXPLAIN -> "explains a plan that none of them has";
                    case SHOW_SERVER, SERVER -> "is about one server: ask that one itself";
                    case SHOW_NAMES, SHOW_TAGS, SHOW_FIELDS, SHOW_SERIES -> paging(statement.page());
                    case SHOW_LIST, SHOW_POLICIES, DEFINE, DELETE -> null;
                };
        if (reason != null) {
            throw new Indivisible(position, reason);
        }
    }

    private static String selecting(InfluxStatement statement) {
        if (statement.nested()) {
            return "has a subquery over their measurements: ask for measurements of one owner at a time";
        }
        if (statement.expands()) {
            return "has * or a regular expression among its fields or groups: name them";
        }
        boolean bound = statement.sources().stream().anyMatch(source -> source.form() == Form.BOUND);
        return bound ? "names its measurement by a parameter: write the name" : null;
    }

    private static String paging(InfluxPage page) {
        return page.series() ? "has SLIMIT or SOFFSET" : null;
    }
}
