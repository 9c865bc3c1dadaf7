package org.metricgateway.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricgateway.bench.load.Ask;
import org.metricgateway.bench.load.Contender;
import org.metricgateway.bench.load.Download;
import org.metricgateway.bench.load.Series;
import org.metricgateway.bench.peer.Answers;
import org.metricgateway.bench.peer.Server;
import org.metricgateway.bench.peer.Stage;
import org.metricgateway.bench.report.Outcome;
import org.metricgateway.bench.report.Row;
import org.metricgateway.bench.report.Target;

/** An answer that no gateway can hold: how long it takes, and how much more memory that takes than a small one. */
final class LargeRelay implements Case {

    private static final String DIRECT = "direct";
    private static final String SECONDS = "seconds";
    private static final String GROWTH = "memory + MB";
    private static final String BASE = "/file/" + Answers.G1;
    private static final int WARMING = 3;

    @Override
    public Outcome run(Bench bench) throws Exception {
        try (Stage stage = bench.stage()) {
            List<Row> rows = measure(contenders(stage), bench);
            Map<String, Double> gateway = rows.get(0).figures();
            double nginx = rows.get(2).figures().get(SECONDS);
            return Outcome.of(
                    rows,
                    Target.most("time, times nginx's", gateway.get(SECONDS) / nginx, 1),
                    Target.most("resident memory, MB more", gateway.get(GROWTH), 32));
        }
    }

    private static List<Contender> contenders(Stage stage) {
        Server backend = stage.backend();
        Ask below = Cases.SMALL.below(BASE);
        Server gateway = stage.gateway(Configs.of(backend.url() + BASE, backend.url() + "/1"), Bench.flags());
        return List.of(
                new Contender(Among.GATEWAY, gateway, Cases.SMALL),
                new Contender(Among.NETTY, stage.netty(Bench.flags()), below),
                new Contender(Among.NGINX, stage.nginx(List.of(backend.url())), below),
                new Contender(Among.HAPROXY, stage.haproxy(), below),
                new Contender(DIRECT, backend, below));
    }

    /** Memory is that of all these answers, beyond what a gateway in use has. */
    private static List<Row> measure(List<Contender> contenders, Bench bench) throws IOException {
        Map<Contender, Series> seconds = new LinkedHashMap<>();
        Map<Contender, Long> before = new LinkedHashMap<>();
        for (Contender each : contenders) {
            boolean gateway = each.who().equals(Among.GATEWAY);
            bench.warm(each.server(), gateway ? Cases.OTHER : Cases.SMALL.below("/1"));
            before.put(each, each.server().resident());
            each.server().forgetPeak();
            seconds.put(each, new Series());
        }
        long bytes = bench.answers().bytes(Answers.G1);
        for (int round = -WARMING; round < bench.effort().rounds(); round++) {
            for (Contender each : contenders) {
                Download whole = Download.of(each.server().port(), each.ask(), bytes);
                if (round >= 0) {
                    seconds.get(each).add(whole.time().toNanos() / 1e9);
                }
            }
        }
        return seconds.entrySet().stream()
                .map(each -> row(each.getKey(), each.getValue().median(), before.get(each.getKey())))
                .toList();
    }

    private static Row row(Contender contender, double seconds, long before) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(SECONDS, seconds);
        figures.put(GROWTH, (contender.server().peak() - before) / 1e6);
        return new Row(contender.who(), figures);
    }
}
