package org.metricgateway.bench;

import java.util.List;
import java.util.Map;
import org.metricgateway.bench.load.Contender;
import org.metricgateway.bench.load.Sample;
import org.metricgateway.bench.peer.Server;
import org.metricgateway.bench.peer.Stage;
import org.metricgateway.bench.report.Outcome;
import org.metricgateway.bench.report.Target;

/** How much memory a gateway has that was given little, and has worked. */
final class Memory implements Case {

    private static final String LITTLE = "-Xmx128m";

    @Override
    public Outcome run(Bench bench) throws Exception {
        try (Stage stage = bench.stage()) {
            Server gateway = stage.gateway(Configs.of(stage.backend().url() + "/1"), Bench.flags(LITTLE));
            Server spring = stage.spring(Bench.flags(LITTLE));
            Map<String, Sample> all = bench.contest()
                    .run(List.of(
                            new Contender(Among.GATEWAY, gateway, Cases.SMALL),
                            new Contender(Among.SPRING, spring, Cases.SMALL.below("/1"))));
            double resident = all.get(Among.GATEWAY).resident();
            return Outcome.of(all, Target.most("resident memory, MB", resident, 220));
        }
    }
}
