package org.metricgateway.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Cells in columns, the first of which is text. */
record Table(List<List<String>> lines) {

    /** What each of a case's contenders showed. */
    static Table of(List<Row> rows) {
        List<String> columns = rows.stream()
                .flatMap(row -> row.figures().keySet().stream())
                .distinct()
                .toList();
        List<List<String>> lines = new ArrayList<>();
        lines.add(line("", columns));
        for (Row row : rows) {
            lines.add(line(row.who(), columns.stream().map(row::text).toList()));
        }
        return new Table(lines);
    }

    /** Every target of every case. */
    static Table ofTargets(List<Result> results) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("target", "measured", "wanted", "met"));
        for (Result result : results) {
            for (Target target : result.outcome().targets()) {
                String what = result.name() + ": " + target.what();
                lines.add(List.of(what, Figures.text(target.value()), target.bound(), target.met() ? "yes" : "NO"));
            }
        }
        return new Table(lines);
    }

    private static List<String> line(String first, List<String> others) {
        List<String> line = new ArrayList<>();
        line.add(first);
        line.addAll(others);
        return line;
    }

    String text() {
        int[] widths = IntStream.range(0, lines.get(0).size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                String side = column == 0 ? "-" : "";
                text.append(("%" + side + Math.max(1, widths[column]) + "s  ").formatted(line.get(column)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    String html() {
        StringBuilder html = new StringBuilder("<table>\n");
        for (int i = 0; i < lines.size(); i++) {
            String cell = i == 0 ? "th" : "td";
            html.append("<tr>");
            lines.get(i).forEach(text -> html.append("<%1$s>%2$s</%1$s>".formatted(cell, Markup.escaped(text))));
            html.append("</tr>\n");
        }
        return html.append("</table>\n").toString();
    }
}
