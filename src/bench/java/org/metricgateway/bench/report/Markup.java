package org.metricgateway.bench.report;

/** Text within HTML and SVG. */
final class Markup {

    private Markup() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
