package org.metricgateway.bench;

import static org.metricgateway.bench.load.Ask.QUERY;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.metricgateway.bench.load.Ask;
import org.metricgateway.bench.load.Contender;
import org.metricgateway.bench.load.Sample;
import org.metricgateway.bench.peer.Bodies;
import org.metricgateway.bench.peer.Server;
import org.metricgateway.bench.peer.Stage;
import org.metricgateway.bench.report.Outcome;
import org.metricgateway.bench.report.Target;

/** What it costs to split a query of eight metrics between two owners and to merge what they answer. */
final class TwoOwners implements Case {

    private static final String SMALL = "one owner, one metric";
    private static final String EIGHT = "one owner, eight metrics";
    private static final String SPLIT = "two owners, eight metrics";

    @Override
    public Outcome run(Bench bench) throws Exception {
        try (Stage stage = bench.stage()) {
            Server gateway = stage.gateway(Configs.counted(stage.backend().url()), Bench.flags());
            Map<String, Sample> all = bench.contest()
                    .run(List.of(
                            new Contender(SMALL, gateway, query(1, "one.")),
                            new Contender(EIGHT, gateway, query(8, "eight.")),
                            new Contender(SPLIT, gateway, query(8, "cpu.", "mem."))));
            double ratio = all.get(SPLIT).cpu() / all.get(SMALL).cpu();
            return Outcome.of(all, Target.most("CPU of the split query, times the small one's", ratio, 2));
        }
    }

    private static Ask query(int metrics, String... prefixes) {
        String[] names = IntStream.range(0, metrics)
                .mapToObj(number -> prefixes[number % prefixes.length] + "load" + number)
                .toArray(String[]::new);
        return Ask.post(QUERY, Bodies.query(names));
    }
}
