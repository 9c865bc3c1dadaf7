package org.metricgateway.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One query for each seed, over {@link Samples}. Its times are absolute: two servers read two clocks. */
final class Queries {

    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "Asia/Kolkata", "America/New_York");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random;

    private Queries(long seed) {
        // Neighbouring seeds begin alike, so the first number is dropped.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        random.nextInt();
    }

    /** One to eight metrics of any owner. */
    static String query(long seed) {
        return new Queries(seed).build(null, false);
    }

    /** All metrics have one owner. */
    static String queryOf(String owner, long seed) {
        return new Queries(seed).build(owner, false);
    }

    /** For {@code query/tags}, which knows no aggregators. */
    static String tags(long seed) {
        return new Queries(seed).build(null, true);
    }

    private String build(String owner, boolean tagsOnly) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("start_absolute", Samples.START + random.nextInt(5) * Samples.STEP);
        sometimes(2, () -> query.put("end_absolute", Samples.START + (6 + random.nextInt(30)) * Samples.STEP));
        sometimes(4, () -> query.put("time_zone", oneOf(ZONES)));
        sometimes(4, () -> query.put("cache_time", random.nextInt(3)));
        sometimes(8, () -> query.put("comment", "an unknown field {\"metrics\":[1]}"));
        query.put("metrics", metrics(owner, tagsOnly));
        return text(query);
    }

    private List<Object> metrics(String owner, boolean tagsOnly) {
        List<Object> metrics = new ArrayList<>();
        for (int left = 1 + random.nextInt(8); left > 0; left--) {
            metrics.add(metric(owner, tagsOnly));
        }
        // A duplicate of everything, filters included.
        sometimes(5, () -> metrics.add(metrics.get(0)));
        return metrics;
    }

    private Map<String, Object> metric(String owner, boolean tagsOnly) {
        Map<String, Object> metric = new LinkedHashMap<>();
        String name = name(owner);
        sometimes(2, () -> metric.put("tags", filter()));
        metric.put("name", name);
        if (!tagsOnly) {
            sometimes(2, () -> metric.put("group_by", new Groupings(random).some()));
            sometimes(2, () -> metric.put("aggregators", new Aggregators(random).someFor(name)));
            sometimes(4, () -> metric.put("limit", 1 + random.nextInt(20)));
            sometimes(4, () -> metric.put("order", oneOf(List.of("asc", "desc"))));
            sometimes(6, () -> metric.put("exclude_tags", random.nextBoolean()));
        }
        return metric;
    }

    private String name(String owner) {
        List<String> names = random.nextInt(4) == 0 ? Samples.OTHERS : Samples.NUMBERS;
        if (owner == null) {
            return oneOf(names);
        }
        return oneOf(names.stream().filter(name -> name.startsWith(owner)).toList());
    }

    private Map<String, Object> filter() {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("host", random.nextBoolean() ? oneOf(Samples.HOSTS) : List.of("a", "c", "nosuch"));
        sometimes(3, () -> filter.put("dc", List.of("x")));
        return filter;
    }

    private void sometimes(int oneIn, Runnable then) {
        if (random.nextInt(oneIn) == 0) {
            then.run();
        }
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** In this order, unlike {@code Map.of}: a seed must give the same bytes each time. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    private static String text(Object json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
