package org.metricgateway.bench.report;

import java.util.Locale;

/** Numbers as a reader wants them. */
final class Figures {

    private Figures() {}

    /** Three digits that count, never an exponent. */
    static String text(double value) {
        double size = Math.abs(value);
        String form = size >= 100 || value == Math.rint(value) ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, value);
    }
}
