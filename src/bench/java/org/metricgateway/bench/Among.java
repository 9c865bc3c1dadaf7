package org.metricgateway.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.metricgateway.bench.load.Ask;
import org.metricgateway.bench.load.Contender;
import org.metricgateway.bench.load.Sample;
import org.metricgateway.bench.peer.Server;
import org.metricgateway.bench.peer.Stage;
import org.metricgateway.bench.report.Outcome;
import org.metricgateway.bench.report.Target;

/**
 * One kind of request, through the gateway and each of its peers.
 *
 * @param ask of the gateway; its peers know no base path, and are asked below it
 * @param base the backend's base path, which says what it answers
 * @param connections of the client
 * @param targets whether there are some
 */
record Among(Ask ask, String base, int connections, boolean targets) implements Case {

    static final String GATEWAY = "gateway";
    static final String NGINX = "nginx";
    static final String HAPROXY = "HAProxy";
    static final String NETTY = "bare Netty relay";
    static final String SPRING = "Spring Cloud Gateway";

    @Override
    public Outcome run(Bench bench) throws Exception {
        try (Stage stage = bench.stage()) {
            Map<String, Sample> all = bench.contest(connections).run(contenders(stage));
            return targets ? Outcome.of(all, targets(all)) : Outcome.of(all);
        }
    }

    private List<Contender> contenders(Stage stage) {
        String backend = stage.backend().url();
        List<Contender> all = new ArrayList<>();
        all.add(new Contender(GATEWAY, stage.gateway(Configs.of(backend + base), Bench.flags()), ask));
        peer(all, NETTY, stage.netty(Bench.flags()));
        peer(all, NGINX, stage.nginx(List.of(backend)));
        peer(all, HAPROXY, stage.haproxy());
        peer(all, SPRING, stage.spring(Bench.flags()));
        return all;
    }

    private void peer(List<Contender> all, String who, Server server) {
        all.add(new Contender(who, server, ask.below(base)));
    }

    private static Target[] targets(Map<String, Sample> all) {
        Sample gateway = all.get(GATEWAY);
        return new Target[] {
            Target.most(
                    "CPU, times the bare Netty relay's",
                    gateway.cpu() / all.get(NETTY).cpu(),
                    1.5),
            Target.most("CPU, times nginx's", gateway.cpu() / all.get(NGINX).cpu(), 2.0),
            Target.least(
                    "throughput, times nginx's", gateway.rate() / all.get(NGINX).rate(), 0.55),
            Target.most(
                    "CPU, times Spring Cloud Gateway's",
                    gateway.cpu() / all.get(SPRING).cpu(),
                    0.25),
        };
    }
}
