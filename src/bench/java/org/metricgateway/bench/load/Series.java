package org.metricgateway.bench.load;

import java.util.ArrayList;
import java.util.List;

/** The same figure again and again. */
public final class Series {

    private final List<Double> values = new ArrayList<>();

    public void add(double value) {
        values.add(value);
    }

    /** Of an even number the lower one. */
    public double median() {
        return values.stream().sorted().toList().get((values.size() - 1) / 2);
    }
}
