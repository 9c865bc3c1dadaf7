package org.metricgateway.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Every aggregator that KairosDB has, except the one that writes. */
record Aggregators(Random random) {

    private static final List<String> RANGES =
            List.of("avg", "sum", "count", "min", "max", "gaps", "first", "last", "dev", "least_squares", "percentile");
    private static final List<String> UNITS = List.of("minutes", "hours", "days", "months");

    /** @param metric text takes none but those that count or choose */
    List<Map<String, Object>> someFor(String metric) {
        if (metric.endsWith("note") || metric.endsWith("mixed")) {
            return List.of(range(random.nextBoolean() ? "count" : "first"));
        }
        List<Map<String, Object>> some = new ArrayList<>();
        for (int left = 1 + random.nextInt(2); left > 0; left--) {
            some.add(random.nextInt(3) == 0 ? point() : range(RANGES.get(random.nextInt(RANGES.size()))));
        }
        return some;
    }

    private Map<String, Object> range(String name) {
        // Gaps of minutes over a year of months are too many.
        String unit = name.equals("gaps") ? "hours" : UNITS.get(random.nextInt(UNITS.size()));
        Map<String, Object> range = new TreeMap<>();
        range.put("name", name);
        range.put("sampling", Map.of("value", 1 + random.nextInt(20), "unit", unit));
        if (name.equals("percentile")) {
            range.put("percentile", 0.75);
        }
        if (random.nextBoolean()) {
            range.put(random.nextBoolean() ? "align_sampling" : "align_start_time", true);
        }
        return range;
    }

    private Map<String, Object> point() {
        List<Map<String, Object>> all = List.of(
                Map.of("name", "rate", "unit", "seconds"),
                Map.of("name", "sampler", "unit", "minutes"),
                Map.of("name", "diff"),
                Map.of("name", "scale", "factor", 2.5),
                Map.of("name", "div", "divisor", 3),
                Map.of("name", "sma", "size", 3),
                Map.of("name", "trim", "trim", "both"),
                Map.of("name", "filter", "filter_op", "lt", "threshold", 50));
        return all.get(random.nextInt(all.size()));
    }
}
