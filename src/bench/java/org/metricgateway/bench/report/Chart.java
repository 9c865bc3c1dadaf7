package org.metricgateway.bench.report;

import java.util.List;

/**
 * Bars, one below the other: the shorter, the better.
 *
 * @param title above them
 * @param figure of each row that is drawn
 * @param note below them
 */
record Chart(String title, String figure, String note, List<Row> rows) {

    private static final int WIDTH = 720;
    private static final int NAMES = 210;
    private static final int BARS = 420;
    private static final int TOP = 44;
    private static final int STEP = 30;
    private static final int BAR = 20;
    private static final String FIRST = "#1f6feb";
    private static final String OTHER = "#8b949e";

    /** The first figure of each row; the first row is the gateway, or the case's own. */
    static Chart of(Result result, String note) {
        List<Row> rows = result.outcome().rows();
        return new Chart(
                result.what(), rows.get(0).figures().keySet().iterator().next(), note, rows);
    }

    String svg() {
        double most = rows.stream().mapToDouble(this::value).max().orElse(1);
        int height = TOP + STEP * rows.size() + 28;
        StringBuilder svg = new StringBuilder(("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
                        + "font-family=\"system-ui, sans-serif\" font-size=\"14\">\n"
                        + "<rect width=\"100%%\" height=\"100%%\" rx=\"6\" fill=\"#ffffff\"/>\n")
                .formatted(WIDTH, height));
        text(svg, 16, 26, "start\" font-weight=\"bold", title + ": " + figure);
        for (int i = 0; i < rows.size(); i++) {
            bar(svg, rows.get(i), TOP + STEP * i, value(rows.get(i)) / most, i == 0 ? FIRST : OTHER);
        }
        text(svg, 16, height - 12, "start\" font-size=\"12\" fill=\"#57606a", note);
        return svg.append("</svg>\n").toString();
    }

    private double value(Row row) {
        return Math.max(0, row.figures().getOrDefault(figure, 0.0));
    }

    private void bar(StringBuilder svg, Row row, int y, double part, String colour) {
        int length = Math.max(1, (int) Math.round(BARS * part));
        text(svg, NAMES - 10, y + 15, "end", row.who());
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\" fill=\"%s\"/>\n"
                .formatted(NAMES, y, length, BAR, colour));
        text(svg, NAMES + length + 8, y + 15, "start", row.text(figure));
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
        svg.append(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n".formatted(x, y, anchor, Markup.escaped(text)));
    }
}
