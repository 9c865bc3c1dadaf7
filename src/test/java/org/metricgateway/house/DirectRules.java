package org.metricgateway.house;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@code direct:} name is the contract between two routes: both ends exist, and it is the id of the one behind. */
final class DirectRules implements HouseRule {

    private static final Pattern IN_JAVA = Pattern.compile("\"direct:([a-z-]+)");
    private static final Pattern PART = Pattern.compile("\\$?\\{+[^}]*}+");

    @Override
    public Stream<String> faults(Project project) {
        List<Item> items = project.items().toList();
        return Stream.of(misnamed(items), nobodyBehind(items), nobodyBefore(items, inJava(project)))
                .flatMap(faults -> faults);
    }

    private static Stream<String> misnamed(List<Item> items) {
        return items.stream()
                .filter(Item::route)
                .filter(item -> Item.directName(item.consumes()).anyMatch(name -> !name.equals(item.id())))
                .map(item -> item.fault("consumes " + item.consumes() + ", which is not its id"));
    }

    private static Stream<String> nobodyBehind(List<Item> items) {
        List<String> behind = items.stream().flatMap(DirectRules::consumed).toList();
        return items.stream().flatMap(item -> item.sendsTo()
                .flatMap(Item::directName)
                .filter(name -> count(behind, shape(name)) != 1)
                .map(name -> item.fault("direct:" + name + " has " + count(behind, shape(name)) + " consumers")));
    }

    private static Stream<String> nobodyBefore(List<Item> items, Set<String> inJava) {
        Set<String> used =
                items.stream().flatMap(Item::sendsTo).flatMap(Item::directName).collect(Collectors.toSet());
        return items.stream()
                .filter(Item::route)
                .filter(item -> Item.directName(item.consumes())
                        .anyMatch(name -> !used.contains(name) && !inJava.contains(name)))
                .map(item -> item.fault("nobody sends to " + item.consumes()));
    }

    private static Stream<String> consumed(Item item) {
        return Item.directName(item.consumes()).map(DirectRules::shape);
    }

    /** Where a template has a parameter, a sender has an expression or a parameter of its own. */
    private static String shape(String name) {
        return PART.matcher(name).replaceAll("*");
    }

    private static long count(List<String> names, String name) {
        return names.stream().filter(name::equals).count();
    }

    private static Set<String> inJava(Project project) {
        return project.sources().stream()
                .flatMap(source -> Project.lines(source).stream())
                .flatMap(line -> IN_JAVA.matcher(line).results().map((MatchResult found) -> found.group(1)))
                .collect(Collectors.toSet());
    }
}
