package org.metricgateway.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metricgateway.metric.InfluxKind;
import org.metricgateway.metric.InfluxStatement;
import org.metricgateway.metric.Span;

/** The series that several owners gave to one statement, in the order in which one InfluxDB that has them all gives them. */
final class SeriesMerge {

    /** @param texts what it says; null if nobody looked */
    record Row(int share, Span bytes, List<String> texts) {}

    /** @param share whose head it has, and all rows if it is whole */
    record Series(int share, InfluxSeries first, List<Row> rows, boolean whole) {}

    private final InfluxStatement statement;
    private final Map<Object, List<Series>> series = new LinkedHashMap<>();

    SeriesMerge(InfluxStatement statement) {
        this.statement = statement;
    }

    void add(int share, InfluxSeries one) {
        List<Row> rows = new ArrayList<>(one.rows().size());
        for (int i = 0; i < one.rows().size(); i++) {
            rows.add(new Row(
                    share,
                    one.rows().get(i),
                    one.texts().isEmpty() ? null : one.texts().get(i)));
        }
        // Series of a SELECT differ in their tags too, and none has two owners.
        Object key = statement.kind() == InfluxKind.SELECT ? one : one.name();
        series.computeIfAbsent(key, none -> new ArrayList<>(1)).add(new Series(share, one, rows, true));
    }

    List<Series> merged() {
        List<Series> merged = new ArrayList<>();
        series.values().forEach(same -> {
            Series one = page(same.size() == 1 ? same.get(0) : united(same));
            if (!one.rows().isEmpty() || one.first().rows().isEmpty()) {
                merged.add(one);
            }
        });
        if (statement.kind() != InfluxKind.SHOW_LIST && statement.kind() != InfluxKind.SHOW_POLICIES) {
            Comparator<Series> byName = Comparator.comparing(one -> one.first().name(), Utf8Order.OF_TEXTS);
            merged.sort(statement.descending() ? byName.reversed() : byName);
        }
        return merged;
    }

    private Series united(List<Series> same) {
        List<Row> rows = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (Series each : same) {
            each.rows().stream().filter(row -> seen.add(row.texts())).forEach(rows::add);
        }
        switch (statement.kind()) {
            case SHOW_NAMES, SHOW_TAGS, SHOW_FIELDS -> rows.sort(Comparator.comparing(Row::texts, Utf8Order.OF_ROWS));
            case SHOW_SERIES ->
                rows.sort(Comparator.comparing(row -> measurement(row.texts().get(0)), Utf8Order.OF_TEXTS));
            default -> {}
        }
        return same.stream()
                .filter(each -> !each.rows().isEmpty())
                .findFirst()
                .map(head -> new Series(head.share(), head.first(), rows, false))
                .orElse(same.get(0));
    }

    private Series page(Series one) {
        int offset = Math.min(statement.page().offset(), one.rows().size());
        int limit = statement.page().limit();
        int end = limit == 0 ? one.rows().size() : (int) Math.min(one.rows().size(), (long) offset + limit);
        return offset == 0 && end == one.rows().size()
                ? one
                : new Series(one.share(), one.first(), one.rows().subList(offset, end), false);
    }

    /** Of a series' key: what stands before the first comma without a backslash. */
    private static String measurement(String key) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < key.length() && key.charAt(i) != ','; i++) {
            boolean escaped = key.charAt(i) == '\\'
                    && i + 1 < key.length()
                    && (key.charAt(i + 1) == ',' || key.charAt(i + 1) == ' ');
            i += escaped ? 1 : 0;
            name.append(key.charAt(i));
        }
        return name.toString();
    }
}
