package org.metricgateway.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.metricgateway.bench.load.Sample;

/**
 * What a case showed.
 *
 * @param failure why it could not be measured; empty if it could
 */
public record Outcome(List<Row> rows, List<Target> targets, String failure) {

    public static Outcome of(List<Row> rows, Target... targets) {
        return new Outcome(rows, List.of(targets), "");
    }

    /** Answers that were none are a failure of whoever gave them. */
    public static Outcome of(Map<String, Sample> samples, Target... targets) {
        List<Row> rows = new ArrayList<>();
        StringBuilder failure = new StringBuilder();
        samples.forEach((who, sample) -> {
            rows.add(Row.of(who, sample));
            if (sample.errors() > 0) {
                failure.append("%s: %.0f errors. ".formatted(who, sample.errors()));
            }
        });
        return new Outcome(rows, List.of(targets), failure.toString().strip());
    }

    public static Outcome failed(String why) {
        return new Outcome(List.of(), List.of(), why);
    }
}
