package org.metricgateway.bench;

import static org.metricgateway.bench.load.Ask.POINTS;

import java.util.List;
import org.metricgateway.bench.load.Ask;
import org.metricgateway.bench.load.Contender;
import org.metricgateway.bench.peer.Bodies;
import org.metricgateway.bench.peer.Server;
import org.metricgateway.bench.peer.Stage;
import org.metricgateway.bench.report.Outcome;

/** What it costs to split a write between two owners. */
final class SplitWrite implements Case {

    private static final int BYTES = 1_000;

    @Override
    public Outcome run(Bench bench) throws Exception {
        try (Stage stage = bench.stage()) {
            Server gateway = stage.gateway(Configs.of(stage.backend().url()), Bench.flags());
            return Outcome.of(bench.contest()
                    .run(List.of(
                            new Contender("one owner", gateway, write("cpu.load")),
                            new Contender("two owners", gateway, write("cpu.load", "mem.used")))));
        }
    }

    private static Ask write(String... metrics) {
        return Ask.post(POINTS, Bodies.write(BYTES, metrics));
    }
}
