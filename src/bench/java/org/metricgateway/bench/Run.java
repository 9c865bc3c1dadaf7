package org.metricgateway.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.metricgateway.bench.peer.Answers;
import org.metricgateway.bench.report.Outcome;
import org.metricgateway.bench.report.Report;
import org.metricgateway.bench.report.Result;

/** Measures the cases that it is told, or all, and says what they show; see {@code src/bench/README.md}. */
public final class Run {

    private Run() {}

    /** @param arguments the folder to write to, and names of cases */
    public static void main(String[] arguments) throws Exception {
        Path dir = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        Effort effort = Effort.ofEnvironment();
        Cases cases = new Cases(effort.connections());
        List<String> named = List.of(arguments).subList(1, arguments.length);
        List<String> names = named.isEmpty() ? List.copyOf(cases.all().keySet()) : named;
        if (!cases.all().keySet().containsAll(names)) {
            System.err.println("the cases are " + String.join(", ", cases.all().keySet()));
            System.exit(2);
        }
        Bench bench = new Bench(dir, effort, Answers.in(dir));
        List<Result> results = new ArrayList<>();
        for (String name : names) {
            Result result =
                    new Result(name, cases.what(name), outcome(cases.all().get(name), bench));
            System.out.println(Report.text(result));
            results.add(result);
        }
        Report report = new Report(machine(), results);
        report.write(dir);
        System.out.println(report.targets() + "\n" + report.machine() + "\n" + dir.resolve("report.html"));
    }

    /** A case that cannot be measured is told of, and stops no other. */
    private static Outcome outcome(Case measured, Bench bench) {
        try {
            return measured.run(bench);
        } catch (Exception e) {
            return Outcome.failed(e.toString());
        }
    }

    private static String machine() {
        int cores = Runtime.getRuntime().availableProcessors();
        return "%s, %d cores, JDK %d"
                .formatted(LocalDate.now(), cores, Runtime.version().feature());
    }
}
