package org.metricgateway.bench;

import java.util.List;
import java.util.Map;
import org.metricgateway.bench.load.Contender;
import org.metricgateway.bench.load.Sample;
import org.metricgateway.bench.peer.Server;
import org.metricgateway.bench.peer.Stage;
import org.metricgateway.bench.report.Outcome;
import org.metricgateway.bench.report.Target;

/** What it costs to have many rules, the last of which decides. */
final class ManyRules implements Case {

    private static final String ONE = "1 rule";
    private static final String MANY = "1 000 rules";

    @Override
    public Outcome run(Bench bench) throws Exception {
        try (Stage stage = bench.stage()) {
            Map<String, Sample> all =
                    bench.contest().run(List.of(contender(stage, 1, ONE), contender(stage, 1_000, MANY)));
            double ratio = all.get(MANY).cpu() / all.get(ONE).cpu();
            return Outcome.of(all, Target.most("CPU, times that with one rule", ratio, 1.05));
        }
    }

    private static Contender contender(Stage stage, int rules, String who) {
        Server gateway = stage.gateway(Configs.rules(rules, stage.backend().url() + "/1"), Bench.flags());
        return new Contender(who, gateway, Cases.SMALL);
    }
}
