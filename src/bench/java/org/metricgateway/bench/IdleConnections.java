package org.metricgateway.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.metricgateway.bench.load.Callers;
import org.metricgateway.bench.load.Contender;
import org.metricgateway.bench.peer.Server;
import org.metricgateway.bench.peer.Stage;
import org.metricgateway.bench.report.Outcome;
import org.metricgateway.bench.report.Row;
import org.metricgateway.bench.report.Target;
import org.metricgateway.support.Command;

/** What a connection holds that has asked once and waits; each asks again after that, so that none is lost unseen. */
final class IdleConnections implements Case {

    private static final int CONNECTIONS = 10_000;
    private static final int TOGETHER = 64;
    private static final String BYTES = "bytes each";

    @Override
    public Outcome run(Bench bench) throws Exception {
        try (Stage stage = bench.stage()) {
            String backend = stage.backend().url();
            Server gateway = stage.gateway(Configs.of(backend + "/1"), Bench.flags());
            List<Contender> contenders = List.of(
                    new Contender(Among.GATEWAY, gateway, Cases.SMALL),
                    new Contender(Among.NETTY, stage.netty(Bench.flags()), Cases.SMALL.below("/1")),
                    new Contender(Among.NGINX, stage.nginx(List.of(backend)), Cases.SMALL.below("/1")));
            List<Row> rows = new ArrayList<>();
            for (Contender each : contenders) {
                bench.warm(each.server(), each.ask());
                rows.add(measure(each));
            }
            double bytes = rows.get(0).figures().get(BYTES);
            return Outcome.of(rows, Target.most("bytes of resident memory each", bytes, 8_192));
        }
    }

    private static Row measure(Contender contender) throws IOException {
        long before = atRest(contender);
        try (Callers callers = Callers.connect(contender.server().port(), contender.ask(), CONNECTIONS)) {
            callers.ask(CONNECTIONS, TOGETHER);
            double each = (atRest(contender) - before) / (double) CONNECTIONS;
            callers.ask(CONNECTIONS, TOGETHER);
            return Row.of(contender.who(), BYTES, each);
        }
    }

    /** Without garbage, where there is some. */
    private static long atRest(Contender contender) {
        if (!contender.who().equals(Among.NGINX)) {
            Command.run(Command.ofJdk("jcmd"), "" + contender.server().pid(), "GC.run");
        }
        return contender.server().resident();
    }
}
