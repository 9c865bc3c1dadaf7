package org.metricgateway.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricgateway.bench.load.Ask;
import org.metricgateway.bench.load.Callers;
import org.metricgateway.bench.load.Contender;
import org.metricgateway.bench.load.Series;
import org.metricgateway.bench.load.Wrk;
import org.metricgateway.bench.peer.Server;
import org.metricgateway.bench.peer.Stage;
import org.metricgateway.bench.report.Outcome;
import org.metricgateway.bench.report.Row;
import org.metricgateway.bench.report.Target;

/** What a gateway adds to the time of an answer when half of its time is free. The client keeps to its rate. */
final class HalfLoad implements Case {

    private static final String DIRECT = "direct";
    private static final String P99 = "p99 ms";
    private static final double[] PARTS = {0.5, 0.99, 0.999};
    private static final int CONNECTIONS = 64;
    private static final int WARMING = 10_000;

    /** Requests on each connection before those that count. */
    private static final int FIRST = 10;

    @Override
    public Outcome run(Bench bench) throws Exception {
        Effort effort = bench.effort();
        try (Stage stage = bench.stage()) {
            List<Contender> contenders = contenders(stage);
            for (Contender each : contenders) {
                ask(each, effort.warmup(), WARMING);
            }
            Contender gateway = contenders.get(1);
            Wrk wrk = new Wrk(bench.dir(), effort.connections());
            double rate =
                    wrk.run(gateway.server(), gateway.ask(), effort.warmup()).rate() / 2;
            return outcome(measure(contenders, effort, rate), rate);
        }
    }

    private static List<Contender> contenders(Stage stage) {
        Server backend = stage.backend();
        Ask below = Cases.SMALL.below("/1");
        Server gateway = stage.gateway(Configs.of(backend.url() + "/1"), Bench.flags());
        return List.of(
                new Contender(DIRECT, backend, below),
                new Contender(Among.GATEWAY, gateway, Cases.SMALL),
                new Contender(Among.NETTY, stage.netty(Bench.flags()), below),
                new Contender(Among.NGINX, stage.nginx(List.of(backend.url())), below));
    }

    /** Of each contender the percentiles, each the median of rounds by turns. */
    private static Map<String, Series[]> measure(List<Contender> contenders, Effort effort, double rate)
            throws IOException {
        Map<String, Series[]> all = new LinkedHashMap<>();
        contenders.forEach(each -> all.put(each.who(), new Series[] {new Series(), new Series(), new Series()}));
        for (int round = 0; round < effort.rounds(); round++) {
            for (Contender each : contenders) {
                long[] waited = ask(each, effort.seconds(), rate);
                for (int part = 0; part < PARTS.length; part++) {
                    all.get(each.who())[part].add(waited[(int) (PARTS[part] * waited.length)] / 1e6);
                }
            }
        }
        return all;
    }

    /** Nanoseconds, sorted. */
    private static long[] ask(Contender contender, int seconds, double rate) throws IOException {
        try (Callers callers = Callers.connect(contender.server().port(), contender.ask(), CONNECTIONS)) {
            // New connections meet code that seldom runs: theirs would be the slowest of a short round's requests.
            callers.ask(CONNECTIONS * FIRST, CONNECTIONS);
            long[] waited = callers.ask(rate, seconds);
            Arrays.sort(waited);
            return waited;
        }
    }

    private static Outcome outcome(Map<String, Series[]> all, double rate) {
        List<Row> rows = all.entrySet().stream()
                .map(each -> row(each.getKey(), each.getValue(), rate))
                .toList();
        double added = rows.get(1).figures().get(P99) - rows.get(0).figures().get(P99);
        return Outcome.of(rows, Target.most("p99 added over direct, ms", added, 1));
    }

    private static Row row(String who, Series[] parts, double rate) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(P99, parts[1].median());
        figures.put("p50 ms", parts[0].median());
        figures.put("p99.9 ms", parts[2].median());
        figures.put("requests/s", rate);
        return new Row(who, figures);
    }
}
