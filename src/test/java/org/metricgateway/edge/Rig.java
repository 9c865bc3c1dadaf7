package org.metricgateway.edge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.ScriptedBackend;

/**
 * A gateway between scripts and raw bytes, watched for leaks.
 *
 * @param cpu owns {@code cpu.*}, and all that is about no metric
 * @param mem owns {@code mem.*}
 */
record Rig(GatewayProcess gateway, ScriptedBackend cpu, ScriptedBackend mem) implements AutoCloseable {

    static final String VERSION = "/api/v1/version";
    static final String POINTS = "/api/v1/datapoints";

    /** About one metric of cpu. */
    static final String QUERY = "/api/v1/datapoints/query";

    static final String CPU_QUERY = "{\"start_absolute\":1,\"metrics\":[{\"name\":\"cpu.user\"}]}";
    static final String MEM_QUERY = CPU_QUERY.replace("cpu.user", "mem.free");

    /** Breakers stay closed, and nobody waits, so that one test's faults are not the next one's. */
    private static final String CONFIGURATION = """
            gateway.group.cpu.urls = %s
            gateway.group.mem.urls = %s
            gateway.rule.1 = ^cpu[.] -> cpu
            gateway.rule.2 = ^mem[.] -> mem
            gateway.ready.groups = cpu, mem
            camel.resilience4j.minimum-number-of-calls = 10000
            camel.resilience4j.sliding-window-size = 10000
            """;

    /** @param lines of the properties file; a key given here is not given otherwise */
    static Rig start(Path dir, String... lines) {
        return start(dir, ScriptedBackend.start(), ScriptedBackend.start(), lines);
    }

    static Rig start(Path dir, ScriptedBackend cpu, ScriptedBackend mem, String... lines) {
        return new Rig(GatewayProcess.start(dir, properties(cpu, mem, lines), GatewayProcess.PARANOID), cpu, mem);
    }

    static String properties(ScriptedBackend cpu, ScriptedBackend mem, String... lines) {
        List<String> own = List.of(lines);
        List<String> all = new ArrayList<>(own);
        CONFIGURATION
                .formatted(cpu.url(), mem.url())
                .lines()
                .filter(line -> own.stream().noneMatch(mine -> key(mine).equals(key(line))))
                .forEach(all::add);
        List.copyOf(all).stream()
                .map(Rig::key)
                .filter(key -> key.endsWith(".urls"))
                .map(key -> key.replace(".urls", ".hold.time"))
                .filter(key -> all.stream().noneMatch(line -> key(line).equals(key)))
                .forEach(key -> all.add(key + " = 0s"));
        return String.join("\n", all) + "\n";
    }

    private static String key(String line) {
        return line.split("=")[0].strip();
    }

    RawClient client() throws IOException {
        return RawClient.connect(gateway.url());
    }

    /** One raw request on a connection of its own. */
    Answer ask(String raw) throws IOException {
        try (RawClient client = client()) {
            return client.send(raw).answer();
        }
    }

    /** A query of a metric of cpu. */
    static String query(String... headers) {
        return post(QUERY, CPU_QUERY, headers);
    }

    static String post(String path, String body, String... headers) {
        return message("POST", path, body, headers);
    }

    static String get(String path, String... headers) {
        return message("GET", path, "", headers);
    }

    static String message(String method, String path, String body, String... headers) {
        Stream<String> own = Stream.of("Host: gateway.test");
        Stream<String> length = body.isEmpty() ? Stream.of() : Stream.of("Content-Length: " + body.length());
        List<String> lines =
                Stream.of(own, length, Stream.of(headers)).flatMap(s -> s).toList();
        return method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", lines) + "\r\n\r\n" + body;
    }

    @Override
    public void close() {
        try (gateway;
                cpu;
                mem) {
            gateway.assertNoLeak();
        }
    }
}
