package org.metricgateway.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of the benchmark, for readers and for programs.
 *
 * @param machine when and on what it ran
 * @param results case by case
 */
public record Report(String machine, List<Result> results) {

    private static final String STYLE = """
            <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Metric Gateway: speed</title><style>
            body{font-family:system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;background:#f6f8fa}
            table{border-collapse:collapse;background:#fff;margin:1em 0}td,th{border:1px solid #d0d7de;padding:.3em .7em;
            text-align:right}td:first-child{text-align:left}svg{max-width:720px}.failed{color:#cf222e}</style>
            """;

    /** The table of one case, on a terminal. */
    public static String text(Result result) {
        Outcome outcome = result.outcome();
        String failure = outcome.failure().isEmpty() ? "" : "FAILED: " + outcome.failure() + "\n";
        String table = outcome.rows().isEmpty() ? "" : Table.of(outcome.rows()).text();
        return result.name() + ": " + result.what() + "\n" + table + failure;
    }

    /** Every target, on a terminal. */
    public String targets() {
        return Table.ofTargets(results).text();
    }

    /** {@code report.html}, {@code report.json}, and {@code <case>.svg} for each. */
    public void write(Path dir) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine);
        all.put("results", results);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(dir.resolve("report.json").toFile(), all);
        StringBuilder page =
                new StringBuilder(STYLE + "<h1>Metric Gateway: speed</h1><p>" + Markup.escaped(machine) + "</p>\n");
        page.append(Table.ofTargets(results).html());
        for (Result result : results) {
            page.append("<h2>")
                    .append(result.name())
                    .append("</h2><p>")
                    .append(Markup.escaped(result.what()))
                    .append("</p>\n");
            page.append(section(result, dir));
        }
        Files.writeString(dir.resolve("report.html"), page);
    }

    private String section(Result result, Path dir) throws IOException {
        Outcome outcome = result.outcome();
        String failed = outcome.failure().isEmpty()
                ? ""
                : "<p class=\"failed\">Failed: " + Markup.escaped(outcome.failure()) + "</p>\n";
        if (outcome.rows().isEmpty()) {
            return failed;
        }
        String chart = Chart.of(result, machine).svg();
        Files.writeString(dir.resolve(result.name() + ".svg"), chart);
        return failed + chart + Table.of(outcome.rows()).html();
    }
}
