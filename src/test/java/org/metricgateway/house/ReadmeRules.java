package org.metricgateway.house;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The README names every route file, and every property with its default. */
final class ReadmeRules implements HouseRule {

    private static final Pattern PROPERTY = Pattern.compile("[|] `(gateway[.][^`]+)` [|] ?(.*?) ?[|] .*");
    private static final Pattern FILE = Pattern.compile("[|] `routes/([^`]+)` [|] .*");
    private static final int LENGTH = 330;

    @Override
    public Stream<String> faults(Project project) {
        List<String> readme = project.lines("README.md");
        Stream<String> length = readme.size() > LENGTH
                ? Stream.of("README.md: has " + readme.size() + " lines, more than " + LENGTH)
                : Stream.empty();
        return Stream.of(length, properties(project, readme), files(project, readme))
                .flatMap(faults -> faults);
    }

    private static Stream<String> properties(Project project, List<String> readme) {
        Map<String, String> told = new TreeMap<>();
        rows(readme, PROPERTY).forEach(row -> told.put(row.group(1), row.group(2)));
        Map<String, String> real = PropertyLine.of(project).stream()
                .filter(line -> line.key().startsWith("gateway."))
                .collect(Collectors.toMap(
                        PropertyLine::form, PropertyLine::fallback, (one, other) -> one, TreeMap::new));
        return differences(told, real);
    }

    private static Stream<String> files(Project project, List<String> readme) {
        Map<String, String> told = new TreeMap<>();
        rows(readme, FILE).forEach(row -> told.put(row.group(1), "a file"));
        Map<String, String> real = new TreeMap<>();
        project.routes().forEach(file -> real.put(file.name(), "a file"));
        return differences(told, real);
    }

    private static Stream<String> differences(Map<String, String> told, Map<String, String> real) {
        return Stream.concat(told.keySet().stream(), real.keySet().stream())
                .distinct()
                .filter(key -> !told.getOrDefault(key, "missing").equals(real.getOrDefault(key, "missing")))
                .map(key -> "README.md: " + key + " is " + told.getOrDefault(key, "missing") + ", in truth "
                        + real.getOrDefault(key, "missing"));
    }

    private static Stream<MatchResult> rows(List<String> readme, Pattern row) {
        return readme.stream().flatMap(line -> row.matcher(line).results());
    }
}
