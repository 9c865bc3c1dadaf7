package org.metricgateway.routing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a request divides among the owners of its metrics. Whoever owns the first metric comes first.
 *
 * @param shares none if the request names no metric; together every element of it, each once
 */
public record Plan(List<Share> shares) implements Iterable<Share> {

    /**
     * @param names one for each element, empty for one without; such an element goes with the first share
     * @throws Unowned if only one of the metrics has no owner
     */
    public static Plan of(List<String> names, Owners owners) {
        if (names.size() == 1) {
            return simple(names, owners);
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Set<String> unowned = new LinkedHashSet<>();
        int[] owner = new int[names.size()];
        for (int i = 0; i < owner.length; i++) {
            owner[i] = number(names.get(i), owners, numbers, unowned);
        }
        if (!unowned.isEmpty()) {
            throw new Unowned(List.copyOf(unowned));
        }
        return new Plan(numbers.isEmpty() ? List.of() : shares(List.copyOf(numbers.keySet()), owner));
    }

    /**
     * The first metric decides where all of the request goes.
     *
     * @throws Unowned if the first metric has no owner
     */
    public static Plan simple(List<String> names, Owners owners) {
        for (String name : names) {
            if (!name.isEmpty()) {
                return new Plan(shares(List.of(owners.ownerOf(name)), new int[names.size()]));
            }
        }
        return new Plan(List.of());
    }

    /** The same, and a share for this group if it has none: for what names nothing. */
    public Plan and(String group) {
        if (shares.stream().anyMatch(share -> share.group().equals(group))) {
            return this;
        }
        List<Share> more = new ArrayList<>(shares);
        more.add(new Share(group, new int[0]));
        return new Plan(List.copyOf(more));
    }

    /** For the {@code split}: an expression that calls a method is ten times as dear as one that names a variable. */
    @Override
    public Iterator<Share> iterator() {
        return shares.iterator();
    }

    /** Whether several owners must be asked. */
    public boolean split() {
        return shares.size() > 1;
    }

    private static int number(String name, Owners owners, Map<String, Integer> numbers, Set<String> unowned) {
        if (name.isEmpty()) {
            return 0;
        }
        String owner = owners.find(name).orElse(null);
        if (owner == null) {
            unowned.add(name);
            return 0;
        }
        Integer known = numbers.putIfAbsent(owner, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    /** @param owner of each element, the index of its group */
    private static List<Share> shares(List<String> groups, int[] owner) {
        int[] size = new int[groups.size()];
        for (int each : owner) {
            size[each]++;
        }
        List<Share> shares = new ArrayList<>(groups.size());
        for (int group = 0; group < size.length; group++) {
            shares.add(new Share(groups.get(group), positions(owner, group, size[group])));
        }
        return List.copyOf(shares);
    }

    private static int[] positions(int[] owner, int group, int size) {
        int[] positions = new int[size];
        for (int i = 0, next = 0; next < size; i++) {
            if (owner[i] == group) {
                positions[next++] = i;
            }
        }
        return positions;
    }
}
