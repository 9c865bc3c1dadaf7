package org.metricgateway.routing;

import java.util.List;

/** No rule owns a metric of the request, and there is no default group. */
public final class Unowned extends RuntimeException {

    private static final int NAMED = 5;

    private final List<String> metrics;

    /** @param metrics all of them, each once */
    Unowned(List<String> metrics) {
        super(message(metrics), null, false, false);
        this.metrics = List.copyOf(metrics);
    }

    public List<String> metrics() {
        return metrics;
    }

    private static String message(List<String> metrics) {
        int more = metrics.size() - NAMED;
        String named = String.join(", ", metrics.subList(0, Math.min(NAMED, metrics.size())));
        return "no rule owns " + named + (more > 0 ? " and " + more + " more" : "");
    }
}
