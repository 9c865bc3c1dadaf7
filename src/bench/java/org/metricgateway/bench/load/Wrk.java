package org.metricgateway.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.metricgateway.bench.peer.Server;
import org.metricgateway.support.Command;

/**
 * wrk: as many requests as are answered, each connection sending the next one once it has its answer.
 *
 * @param dir for its script
 */
public record Wrk(Path dir, int connections) {

    private static final String DONE = "DONE ";
    private static final String SCRIPT = """
            wrk.method = "%s"
            wrk.headers["Content-Type"] = "application/json"
            local file = io.open("%s", "rb")
            wrk.body = file:read("*a")
            file:close()
            function done(summary, latency, requests)
              local e = summary.errors
              io.write(string.format("DONE %%d %%d %%d %%d %%d %%d\\n", summary.requests, summary.duration, latency:percentile(50),
                latency:percentile(99), latency:percentile(99.9), e.connect + e.read + e.write + e.timeout + e.status))
            end
            """;

    /** One round. */
    public Sample run(Server server, Ask ask, int seconds) throws IOException {
        Duration before = server.cpu();
        Duration kernelBefore = server.kernel();
        double[] done = done(server.url() + ask.path(), script(ask), seconds);
        double cpu = server.cpu().minus(before).toNanos() / 1e3 / done[0];
        double kernel = server.kernel().minus(kernelBefore).toNanos() / 1e3 / done[0];
        double rate = done[0] / (done[1] / 1e6);
        return new Sample(
                rate, cpu, kernel, done[2] / 1e3, done[3] / 1e3, done[4] / 1e3, server.resident() / 1e6, done[5]);
    }

    private Path script(Ask ask) throws IOException {
        Files.createDirectories(dir);
        Path body = Files.writeString(dir.resolve("body"), ask.body()).toAbsolutePath();
        return Files.writeString(dir.resolve("wrk.lua"), SCRIPT.formatted(ask.method(), body));
    }

    /** Requests, microseconds in all, three percentiles in microseconds, errors. */
    private double[] done(String url, Path script, int seconds) throws IOException {
        String program = Command.ofSystem("wrk", "wrk");
        Process wrk = new ProcessBuilder(
                        program,
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--timeout",
                        "30",
                        "-s",
                        "" + script,
                        url)
                .redirectErrorStream(true)
                .start();
        String printed = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String line = printed.lines()
                .filter(each -> each.startsWith(DONE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk says:\n" + printed));
        return Stream.of(line.substring(DONE.length()).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
