package org.metricgateway.bench;

import static org.metricgateway.bench.load.Ask.QUERY;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.metricgateway.bench.load.Ask;
import org.metricgateway.bench.load.Download;
import org.metricgateway.bench.load.Series;
import org.metricgateway.bench.peer.Bodies;
import org.metricgateway.bench.peer.Server;
import org.metricgateway.bench.peer.Stage;
import org.metricgateway.bench.report.Outcome;
import org.metricgateway.bench.report.Row;
import org.metricgateway.bench.report.Target;

/**
 * One query of ten metrics, each owned by another group, beside ten queries at once that are asked directly.
 *
 * @param file what each owner answers
 */
record LargeMerge(String file) implements Case {

    private static final int OWNERS = 10;
    private static final int WARMING = 5;
    private static final String MS = "ms";

    @Override
    public Outcome run(Bench bench) throws Exception {
        try (Stage stage = bench.stage()) {
            String base = "/file/" + file;
            Server backend = stage.backend();
            String properties = Configs.owners(OWNERS, backend.url() + base);
            Server gateway = stage.gateway(properties, Bench.flags("-Xmx256m", "-XX:MaxDirectMemorySize=128m"));
            long each = bench.answers().bytes(file);
            Series merged = new Series();
            Series slowest = new Series();
            long before = gateway.resident();
            for (int round = -WARMING; round < bench.effort().rounds(); round++) {
                Download whole = Download.of(gateway.port(), query(), OWNERS * (each - 50));
                double direct = millis(Download.slowest(OWNERS, backend.port(), Cases.SMALL.below(base), each));
                if (round >= 0) {
                    merged.add(millis(whole.time()));
                    slowest.add(direct);
                }
            }
            return outcome(merged.median(), slowest.median(), (gateway.peak() - before) / 1e6, OWNERS * each);
        }
    }

    private static Outcome outcome(double merged, double slowest, double growth, long bytes) {
        Map<String, Double> gateway = new LinkedHashMap<>();
        gateway.put(MS, merged);
        gateway.put("memory + MB", growth);
        List<Row> rows =
                List.of(new Row("merged by the gateway", gateway), Row.of("slowest of ten directly", MS, slowest));
        double limit = 1.2 * slowest + bytes / 1e6;
        return Outcome.of(rows, Target.most("ms, of 1.2 × the slowest + 10 for each 10 MB", merged, limit));
    }

    private static double millis(java.time.Duration time) {
        return time.toNanos() / 1e6;
    }

    private static Ask query() {
        return Ask.post(
                QUERY,
                Bodies.query(IntStream.rangeClosed(1, OWNERS)
                        .mapToObj(number -> "big." + number)
                        .toArray(String[]::new)));
    }
}
