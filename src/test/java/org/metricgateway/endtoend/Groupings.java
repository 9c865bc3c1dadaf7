package org.metricgateway.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Every kind of {@code group_by}. */
record Groupings(Random random) {

    List<Map<String, Object>> some() {
        List<Map<String, Object>> all = List.of(tag(), value(), time(), bin());
        List<Map<String, Object>> some = new ArrayList<>();
        some.add(all.get(random.nextInt(all.size())));
        if (random.nextInt(3) == 0) {
            some.add(all.get(random.nextInt(all.size())));
        }
        return some;
    }

    private Map<String, Object> tag() {
        return Queries.object("name", "tag", "tags", random.nextBoolean() ? List.of("host") : List.of("dc", "rack"));
    }

    private Map<String, Object> value() {
        return Queries.object("name", "value", "range_size", 5 + random.nextInt(30));
    }

    private Map<String, Object> time() {
        Map<String, Object> range = Queries.object("value", 1 + random.nextInt(3), "unit", "hours");
        return Queries.object("name", "time", "range_size", range, "group_count", 1 + random.nextInt(4));
    }

    private Map<String, Object> bin() {
        return Queries.object("name", "bin", "bins", List.of(10, 25 + random.nextInt(20), 60));
    }
}
