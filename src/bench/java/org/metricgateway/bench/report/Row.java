package org.metricgateway.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricgateway.bench.load.Sample;

/**
 * One line of a case's table.
 *
 * @param figures by their names, units included
 */
public record Row(String who, Map<String, Double> figures) {

    public static final String CPU = "CPU µs/request";

    public static Row of(String who, Sample sample) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(CPU, sample.cpu());
        figures.put("kernel µs", sample.kernel());
        figures.put("requests/s", sample.rate());
        figures.put("p50 ms", sample.p50());
        figures.put("p99 ms", sample.p99());
        figures.put("p99.9 ms", sample.p999());
        figures.put("memory MB", sample.resident());
        figures.put("errors", sample.errors());
        return new Row(who, figures);
    }

    public static Row of(String who, String figure, double value) {
        return new Row(who, Map.of(figure, value));
    }

    /** A dash where this row has no such figure. */
    String text(String figure) {
        Double value = figures.get(figure);
        return value == null ? "-" : Figures.text(value);
    }
}
