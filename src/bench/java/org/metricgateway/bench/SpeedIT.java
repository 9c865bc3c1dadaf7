package org.metricgateway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.bench.load.Callers;
import org.metricgateway.bench.peer.BareBackend;
import org.metricgateway.bench.peer.BareRelay;
import org.metricgateway.bench.peer.Bodies;
import org.metricgateway.bench.peer.Server;
import org.metricgateway.support.GatewayProcess;

/**
 * A query with one owner does not become slower unnoticed. CPU time per request holds still where requests per second do
 * not, and a bare Netty relay, measured by turns with the gateway, tells a slow gateway from a slow machine.
 */
final class SpeedIT {

    /** Loose, as other programs share a machine's caches: it is about 1.25. */
    private static final double TIMES_THE_RELAY = 1.8;

    /** 15 percent more than was measured: 6.9 on Java 17. */
    private static final double KILOBYTES_EACH = 7.9;

    private static final int CONNECTIONS = 64;
    private static final int WARMING = 80_000;
    private static final int ROUND = 25_000;
    private static final int ROUNDS = 5;

    @TempDir
    Path dir;

    private BareBackend backend;
    private GatewayProcess gateway;

    @BeforeEach
    void start() throws InterruptedException {
        backend = BareBackend.start(Bodies.answer(1));
        gateway = GatewayProcess.start(dir, Configs.of(backend.url()), Bench.flags());
    }

    @AfterEach
    void end() {
        if (gateway != null) {
            gateway.close();
        }
        backend.close();
    }

    @Test
    void takesLittleMoreThanABareRelay() throws IOException {
        try (BareRelay.Running relay = BareRelay.start(dir, backend.port(), Bench.flags());
                Callers throughRelay = Callers.connect(relay.server().port(), Cases.SMALL, CONNECTIONS);
                Callers throughGateway = Callers.connect(server().port(), Cases.SMALL, CONNECTIONS)) {
            throughGateway.ask(WARMING, CONNECTIONS);
            throughRelay.ask(WARMING, CONNECTIONS);
            double best = Double.MAX_VALUE;
            double floor = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                best = Math.min(best, micros(server(), throughGateway));
                floor = Math.min(floor, micros(relay.server(), throughRelay));
            }
            assertThat(best / floor)
                    .as("%.1f µs of CPU for a request, beside %.1f of a bare relay", best, floor)
                    .isLessThan(TIMES_THE_RELAY);
        }
    }

    @Test
    void allocatesLittle() throws IOException {
        try (Callers callers = Callers.connect(server().port(), Cases.SMALL, CONNECTIONS)) {
            callers.ask(WARMING, CONNECTIONS);
            long before = server().allocated();
            callers.ask(ROUND, CONNECTIONS);
            double each = (server().allocated() - before) / 1024.0 / ROUND;
            assertThat(each).as("KiB allocated for a request").isBetween(1.0, KILOBYTES_EACH);
        }
    }

    private Server server() {
        return new Server(gateway.url(), gateway.pid());
    }

    private static double micros(Server server, Callers callers) throws IOException {
        long before = server.cpu().toNanos();
        callers.ask(ROUND, CONNECTIONS);
        return (server.cpu().toNanos() - before) / 1e3 / ROUND;
    }
}
