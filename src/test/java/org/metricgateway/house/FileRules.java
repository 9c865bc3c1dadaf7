package org.metricgateway.house;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A route file is a page of the story, and its first line says which. */
final class FileRules implements HouseRule {

    private static final int PAGE = 120;

    /** The wiring is a table, not a page of the story. */
    private static final int WIRING = 200;

    @Override
    public Stream<String> faults(Project project) {
        return project.routes().stream().flatMap(file -> faults(file).stream());
    }

    private static List<String> faults(RouteFile file) {
        List<String> faults = new ArrayList<>();
        if (!file.name().matches("[a-z]+(-[a-z]+)*[.]camel[.]yaml")) {
            faults.add(file.fault("is not named <word>.camel.yaml"));
        }
        if (!comment(file, 0) || comment(file, 1)) {
            faults.add(file.fault("does not start with a comment of one line"));
        }
        int most = file.name().startsWith("beans.") ? WIRING : PAGE;
        if (file.lines().size() > most) {
            faults.add(file.fault("has " + file.lines().size() + " lines, more than " + most));
        }
        return faults;
    }

    private static boolean comment(RouteFile file, int line) {
        return line < file.lines().size() && file.lines().get(line).startsWith("# ");
    }
}
