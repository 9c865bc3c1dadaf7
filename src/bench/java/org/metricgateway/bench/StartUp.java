package org.metricgateway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricgateway.bench.load.Callers;
import org.metricgateway.bench.load.Series;
import org.metricgateway.bench.peer.Launch;
import org.metricgateway.bench.peer.Stage;
import org.metricgateway.bench.report.Outcome;
import org.metricgateway.bench.report.Row;
import org.metricgateway.bench.report.Target;
import org.metricgateway.support.CachedStart;

/**
 * How soon a gateway is ready: as it is, with the flags for a quick start, and with an ahead-of-time cache, which Java has since
 * 25.
 */
final class StartUp implements Case {

    private static final String MS = "ms";
    private static final String PLAIN = "gateway";
    private static final String QUICK = "gateway, src/deploy/java.flags";
    private static final String CACHED = "gateway, ahead-of-time cache";
    private static final int STARTS = 7;
    private static final int TRAINING = 500;

    @Override
    public Outcome run(Bench bench) throws Exception {
        Path dir = Files.createDirectories(bench.dir().resolve("start")).toAbsolutePath();
        try (Stage stage = bench.stage()) {
            String properties = Configs.of(stage.backend().url() + "/1");
            Map<String, String[]> contenders = new LinkedHashMap<>();
            contenders.put(PLAIN, Bench.flags());
            contenders.put(
                    QUICK, Bench.flags("@" + Path.of("src/deploy/java.flags").toAbsolutePath()));
            if (Runtime.version().feature() >= 25) {
                contenders.put(CACHED, Bench.flags(CachedStart.flags(train(dir, properties))));
            }
            return outcome(measure(contenders, dir, properties));
        }
    }

    /** By turns. */
    private static Map<String, Series> measure(Map<String, String[]> contenders, Path dir, String properties)
            throws IOException {
        Map<String, Series> all = new LinkedHashMap<>();
        contenders.keySet().forEach(who -> all.put(who, new Series()));
        for (int start = 0; start < STARTS; start++) {
            for (Map.Entry<String, String[]> each : contenders.entrySet()) {
                try (Launch launch = Launch.of(dir, properties, each.getValue())) {
                    all.get(each.getKey()).add(launch.millis());
                }
            }
        }
        return all;
    }

    /** As for the image: a gateway answers some requests, and Java writes down what that took. */
    private static Path train(Path dir, String properties) throws IOException {
        Path cache = dir.resolve("app.aot");
        Files.deleteIfExists(cache);
        try (Launch launch = Launch.of(dir, properties, Bench.flags("-XX:AOTCacheOutput=" + cache));
                Callers callers = Callers.connect(launch.port(), Cases.SMALL, 8)) {
            callers.ask(TRAINING, 8);
        }
        return cache;
    }

    private static Outcome outcome(Map<String, Series> all) {
        List<Row> rows = new ArrayList<>();
        all.forEach((who, series) -> rows.add(Row.of(who, MS, series.median())));
        List<Target> targets = new ArrayList<>();
        targets.add(Target.most("ms to ready with the flags", all.get(QUICK).median(), 900));
        if (all.containsKey(CACHED)) {
            targets.add(
                    Target.most("ms to ready with the cache", all.get(CACHED).median(), 400));
        }
        return Outcome.of(rows, targets.toArray(Target[]::new));
    }
}
