package org.metricgateway.endtoend;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Every aggregator that KairosDB has, in an order that it takes; not the one that writes, and not
 * {@code least_squares}, which it cannot print when there is but one point.
 */
record Aggregators(Random random) {

    private static final List<String> RANGES =
            List.of("avg", "sum", "count", "min", "max", "first", "last", "dev", "percentile");
    private static final List<Map<String, Object>> RATES = List.of(
            Queries.object("name", "rate", "unit", "seconds"), Queries.object("name", "sampler", "unit", "minutes"));
    private static final List<Map<String, Object>> POINTS = List.of(
            Queries.object("name", "diff"),
            Queries.object("name", "scale", "factor", 2.5),
            Queries.object("name", "div", "divisor", 3),
            Queries.object("name", "sma", "size", 3),
            Queries.object("name", "trim", "trim", "both"),
            Queries.object("name", "filter", "filter_op", "lt", "threshold", 50));
    private static final List<String> UNITS = List.of("minutes", "hours", "days", "months");

    /** @param metric not all of them take all */
    List<Map<String, Object>> someFor(String metric) {
        if (Samples.OTHERS.contains(metric)) {
            return List.of(range(random.nextBoolean() ? "count" : "first"));
        }
        return switch (random.nextInt(4)) {
            case 0 -> List.of(range(oneOf(RANGES)));
            case 1 -> List.of(range(oneOf(RANGES)), point());
            case 2 -> List.of(point(), range(oneOf(RANGES)));
            // After these there is one point at each time, as a rate needs.
            default -> List.of(range(oneOf(RANGES)), oneOf(RATES), random.nextBoolean() ? point() : range("gaps"));
        };
    }

    private Map<String, Object> range(String name) {
        // Gaps of minutes over a year of months are too many.
        String unit = name.equals("gaps") ? "hours" : UNITS.get(random.nextInt(UNITS.size()));
        Map<String, Object> range = new TreeMap<>();
        range.put("name", name);
        range.put("sampling", Queries.object("value", 1 + random.nextInt(20), "unit", unit));
        if (name.equals("percentile")) {
            range.put("percentile", 0.75);
        }
        if (random.nextBoolean()) {
            range.put(random.nextBoolean() ? "align_sampling" : "align_start_time", true);
        }
        return range;
    }

    private Map<String, Object> point() {
        return oneOf(POINTS);
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
