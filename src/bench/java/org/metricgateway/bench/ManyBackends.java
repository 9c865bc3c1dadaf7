package org.metricgateway.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.metricgateway.bench.load.Contender;
import org.metricgateway.bench.load.Sample;
import org.metricgateway.bench.peer.Server;
import org.metricgateway.bench.peer.Stage;
import org.metricgateway.bench.report.Outcome;
import org.metricgateway.bench.report.Target;

/**
 * What it costs to have many backends. By turns each socket is cold when its turn comes, which costs nginx as well; the
 * first of them that is available keeps its sockets warm, and shows what the number alone costs.
 */
final class ManyBackends implements Case {

    private static final int MANY = 500;
    private static final String ONE = "1 backend";
    private static final String TURNS = "500 by turns";
    private static final String FIRST = "500, the first available";
    private static final String NGINX_ONE = "nginx, 1 backend";
    private static final String NGINX_TURNS = "nginx, 500 by turns";

    @Override
    public Outcome run(Bench bench) throws Exception {
        try (Stage stage = bench.stage()) {
            Map<String, Sample> all = bench.contest()
                    .run(List.of(
                            gateway(stage, ONE, 1, "round-robin"),
                            gateway(stage, TURNS, MANY, "round-robin"),
                            gateway(stage, FIRST, MANY, "first-available"),
                            nginx(stage, NGINX_ONE, 1),
                            nginx(stage, NGINX_TURNS, MANY)));
            double one = all.get(ONE).cpu();
            return Outcome.of(
                    all,
                    Target.most(
                            "CPU by turns, times that of one", all.get(TURNS).cpu() / one, 1.05),
                    Target.most(
                            "CPU with the first available, times that of one",
                            all.get(FIRST).cpu() / one,
                            1.05));
        }
    }

    private static Contender gateway(Stage stage, String who, int count, String balance) {
        Stream<String> urls = urls(stage, count).map(url -> url + "/1");
        Server gateway = stage.gateway(Configs.backends(urls, balance), Bench.flags());
        return new Contender(who, gateway, Cases.SMALL);
    }

    private static Contender nginx(Stage stage, String who, int count) {
        Server nginx = stage.nginx(urls(stage, count).toList());
        return new Contender(who, nginx, Cases.SMALL.below("/1"));
    }

    /** One server on many of this machine's addresses, all of which are its own. */
    private static Stream<String> urls(Stage stage, int count) {
        int port = stage.backend().port();
        return IntStream.range(0, count)
                .mapToObj(i -> "http://127.0.%d.%d:%d".formatted(1 + i / 250, 1 + i % 250, port));
    }
}
