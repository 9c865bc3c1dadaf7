package org.metricgateway.house;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a route leaves open is explained in application.properties, or is a parameter of its template. */
final class PlaceholderRules implements HouseRule {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([^}]*)}}");

    @Override
    public Stream<String> faults(Project project) {
        Set<String> explained = PropertyLine.of(project).stream()
                .filter(PropertyLine::explained)
                .map(PropertyLine::key)
                .collect(Collectors.toSet());
        return project.items().flatMap(item -> faults(item, explained));
    }

    private static Stream<String> faults(Item item, Set<String> explained) {
        List<String> used = Leaf.of(item.content())
                .flatMap(leaf -> PLACEHOLDER.matcher(leaf.text()).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
        Set<String> parameters = parameters(item);
        Stream<String> unknown = used.stream()
                .filter(name -> !parameters.contains(name) && !explained.contains(name))
                .map(name -> item.fault("{{" + name + "}} is not explained in application.properties"));
        Stream<String> unused = parameters.stream()
                .filter(name -> !used.contains(name))
                .map(name -> item.fault("parameter " + name + " is not used"));
        return Stream.concat(unknown, unused);
    }

    private static Set<String> parameters(Item item) {
        return StreamSupport.stream(item.content().path("parameters").spliterator(), false)
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toSet());
    }
}
