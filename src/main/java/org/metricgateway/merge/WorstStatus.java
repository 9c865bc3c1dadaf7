package org.metricgateway.merge;

import java.util.Comparator;
import java.util.List;

/** Of several shares that failed, the status that the client gets. */
public final class WorstStatus {

    private static final List<Integer> WORST_FIRST = List.of(504, 502, 503, 500);

    private WorstStatus() {}

    /** @param failures at least one; of equally bad ones the first counts */
    public static int of(List<Integer> failures) {
        return failures.stream().min(Comparator.comparingInt(WorstStatus::rank)).orElseThrow();
    }

    private static int rank(int status) {
        int known = WORST_FIRST.indexOf(status);
        if (known >= 0) {
            return known;
        }
        return WORST_FIRST.size() + (status >= 500 ? 0 : 1);
    }
}
