package org.metricgateway.merge;

import java.util.Comparator;
import java.util.List;

/** Of several shares that failed, the status that the client gets. */
public enum WorstStatus {
    /** Any 5xx before any 4xx. */
    FIRST_MISTAKE(List.of()),
    /** Among mistakes first what a client of InfluxDB cures: it repeats the write, or makes the database. */
    CURABLE_MISTAKE(List.of(429, 404));

    private static final List<Integer> WORST_FIRST = List.of(504, 502, 503, 500);

    private final List<Integer> mistakes;

    WorstStatus(List<Integer> mistakes) {
        this.mistakes = mistakes;
    }

    /** @param failures at least one; of equally bad ones the first counts */
    public static int of(List<Integer> failures) {
        return FIRST_MISTAKE.among(failures);
    }

    /** The same, by this order. */
    public int among(List<Integer> failures) {
        return failures.stream().min(Comparator.comparingInt(this::rank)).orElseThrow();
    }

    private int rank(int status) {
        int known = WORST_FIRST.indexOf(status);
        if (known >= 0) {
            return known;
        }
        if (status >= 500) {
            return WORST_FIRST.size();
        }
        int mistake = mistakes.indexOf(status);
        return WORST_FIRST.size() + 1 + (mistake >= 0 ? mistake : mistakes.size());
    }
}
