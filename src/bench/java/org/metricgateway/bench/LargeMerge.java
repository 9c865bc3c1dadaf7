package org.metricgateway.bench;

import java.io.IOException;
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
    /** Each is short: several make a round. */
    private static final int TIMES = 5;
    /** What stands around an owner's element, and does not stand around each element of the merged answer. */
    private static final int ENVELOPE = 50;

    private static final String MS = "ms";
    private static final Ask QUERY = Ask.post(
            Ask.QUERY,
            Bodies.query(IntStream.rangeClosed(1, OWNERS)
                    .mapToObj(number -> "big." + number)
                    .toArray(String[]::new)));

    @Override
    public Outcome run(Bench bench) throws Exception {
        try (Stage stage = bench.stage()) {
            String properties = Configs.owners(OWNERS, stage.backend().url() + base());
            Server gateway = stage.gateway(properties, Bench.flags("-Xmx256m", "-XX:MaxDirectMemorySize=128m"));
            long each = bench.answers().bytes(file);
            long before = gateway.resident();
            long warm = System.nanoTime() + bench.effort().warmup() * 1_000_000_000L;
            while (System.nanoTime() < warm) {
                merged(gateway, each);
            }
            Series merged = new Series();
            Series slowest = new Series();
            for (int round = 0; round < TIMES * bench.effort().rounds(); round++) {
                merged.add(merged(gateway, each));
                slowest.add(slowest(stage.backend(), each));
            }
            return outcome(merged.median(), slowest.median(), (gateway.peak() - before) / 1e6, OWNERS * each);
        }
    }

    private String base() {
        return "/file/" + file;
    }

    /** Milliseconds. */
    private static double merged(Server gateway, long each) throws IOException {
        return Download.of(gateway.port(), QUERY, OWNERS * (each - ENVELOPE))
                        .time()
                        .toNanos()
                / 1e6;
    }

    private double slowest(Server backend, long each) throws Exception {
        Ask direct = Cases.SMALL.below(base());
        return Download.slowest(OWNERS, backend.port(), direct, each).toNanos() / 1e6;
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
}
