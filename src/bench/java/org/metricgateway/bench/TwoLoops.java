package org.metricgateway.bench;

import java.util.List;
import java.util.Map;
import org.metricgateway.bench.load.Contender;
import org.metricgateway.bench.load.Sample;
import org.metricgateway.bench.peer.Server;
import org.metricgateway.bench.peer.Stage;
import org.metricgateway.bench.report.Outcome;
import org.metricgateway.bench.report.Target;

/** Whether a second event loop costs a request anything, and gains something. */
final class TwoLoops implements Case {

    private static final String ONE = "one loop";
    private static final String TWO = "two loops";

    @Override
    public Outcome run(Bench bench) throws Exception {
        try (Stage stage = bench.stage()) {
            Map<String, Sample> all = bench.contest().run(List.of(contender(stage, 1, ONE), contender(stage, 2, TWO)));
            Sample one = all.get(ONE);
            Sample two = all.get(TWO);
            return Outcome.of(
                    all,
                    Target.most("CPU, times one loop's", two.cpu() / one.cpu(), 1.1),
                    Target.least("throughput, times one loop's", two.rate() / one.rate(), 1));
        }
    }

    private static Contender contender(Stage stage, int loops, String who) {
        String backend = stage.backend().url() + "/1";
        Server gateway = stage.gateway(Configs.loops(loops, backend, backend), Bench.flags());
        return new Contender(who, gateway, Cases.SMALL);
    }
}
