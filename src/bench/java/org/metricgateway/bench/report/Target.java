package org.metricgateway.bench.report;

/**
 * A target, and what was measured.
 *
 * @param what is compared with what
 * @param value measured
 * @param limit of the value
 * @param least whether the limit is the least that the value may be, not the most
 */
public record Target(String what, double value, double limit, boolean least) {

    public static Target most(String what, double value, double limit) {
        return new Target(what, value, limit, false);
    }

    public static Target least(String what, double value, double limit) {
        return new Target(what, value, limit, true);
    }

    public boolean met() {
        return least ? value >= limit : value <= limit;
    }

    /** The limit with its sign. */
    public String bound() {
        return (least ? "≥ " : "≤ ") + Figures.text(limit);
    }
}
