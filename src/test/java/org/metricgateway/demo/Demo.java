package org.metricgateway.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.KairosServer;
import org.metricgateway.support.PortTaken;
import org.metricgateway.support.Ports;

/**
 * Two KairosDBs, some points, and the gateway in front, until Ctrl-C; the children end with this JVM.
 *
 * <p>System properties say where they listen: {@code demo.port} (8080), {@code demo.admin.port} (9090), and {@code
 * demo.cpu.port} and {@code demo.mem.port} (any that is free).
 */
public final class Demo {

    private static final String CONFIGURATION = """
            gateway.group.cpu.urls = %s
            gateway.group.mem.urls = %s
            gateway.rule.1 = ^cpu[.] -> cpu
            gateway.rule.2 = ^mem[.] -> mem
            """;

    private Demo() {}

    public static void main(String[] args) throws Exception {
        try {
            run(Files.createTempDirectory(Files.createDirectories(Path.of("target")), "demo"));
        } catch (PortTaken e) {
            end(e.getMessage() + "; -Ddemo.port, -Ddemo.admin.port, -Ddemo.cpu.port and -Ddemo.mem.port choose others");
        } catch (RuntimeException e) {
            end(e.getMessage());
        }
        new CountDownLatch(1).await();
    }

    /** Here and now: once Maven has closed our class loader, the children would not be ended. */
    private static void end(String message) {
        System.err.println(message);
        System.exit(1);
    }

    private static void run(Path dir) throws IOException {
        int port = Integer.getInteger("demo.port", 8080);
        int adminPort = Integer.getInteger("demo.admin.port", 9090);
        Ports.requireFree("the gateway", port, adminPort);
        say("Starting two KairosDBs …");
        KairosServer cpu = kairos("cpu", dir);
        KairosServer mem = kairos("mem", dir);
        say("Starting the gateway …");
        String configuration = CONFIGURATION.formatted(cpu.url(), mem.url());
        StartCache cache = new StartCache(Path.of("target/metric-gateway.aot"));
        GatewayProcess gateway =
                GatewayProcess.startAt(port, adminPort, dir.resolve("gateway"), configuration, cache.options());
        fill(gateway);
        say(whatToTry(gateway.url(), gateway.adminUrl()));
        say("cpu.* is at " + cpu.url() + ", mem.* at " + mem.url() + ", their logs below " + dir);
        say("Ctrl-C stops everything.");
        cache.make(dir.resolve("cache"), configuration);
    }

    private static KairosServer kairos(String group, Path dir) {
        Integer port = Integer.getInteger("demo." + group + ".port");
        return port == null ? KairosServer.start(dir.resolve(group)) : KairosServer.startAt(port, dir.resolve(group));
    }

    /** By the gateway, which sends each KairosDB its own. */
    private static void fill(GatewayProcess gateway) {
        Answer answer = Http.post(gateway.url() + "/api/v1/datapoints", DemoPoints.upTo(Instant.now()));
        if (answer.status() != 204) {
            throw new IllegalStateException("the points were not taken: " + answer);
        }
        say("Wrote " + DemoPoints.COUNT + " points of cpu.* and mem.*, the last two hours.");
    }

    static String whatToTry(String url, String adminUrl) {
        return """

                One owner, by host:
                  curl -s %1$s/api/v1/datapoints/query -d '{"start_relative":{"value":3,"unit":"hours"},\
                "metrics":[{"name":"cpu.load","limit":3,"group_by":[{"name":"tag","tags":["host"]}]}]}'

                Two owners, one answer:
                  curl -s %1$s/api/v1/datapoints/query -d '{"start_relative":{"value":3,"unit":"hours"},\
                "metrics":[{"name":"cpu.load","limit":3},{"name":"mem.used","limit":3}]}'

                Who owns it, and why:
                  curl -s '%2$s/admin/explain?metric=cpu.load'
                """.formatted(url, adminUrl);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
