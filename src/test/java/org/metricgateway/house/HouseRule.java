package org.metricgateway.house;

import java.util.stream.Stream;

/** Something that holds for every project folder, or the places where it does not. */
@FunctionalInterface
interface HouseRule {

    Stream<String> faults(Project project);
}
