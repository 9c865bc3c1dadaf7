package org.metricgateway.house;

import java.nio.file.Path;
import java.util.stream.Stream;

/** One idea per type fits in one page. */
final class SourceRules implements HouseRule {

    private static final int PAGE = 150;

    @Override
    public Stream<String> faults(Project project) {
        return project.sources().stream()
                .filter(source -> length(source) > PAGE)
                .map(SourceRules::fault);
    }

    private static int length(Path source) {
        return Project.lines(source).size();
    }

    private static String fault(Path source) {
        return source.getFileName() + ": has " + length(source) + " lines, more than " + PAGE;
    }
}
