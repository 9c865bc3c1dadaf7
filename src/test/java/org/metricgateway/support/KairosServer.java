package org.metricgateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A real KairosDB with an H2 store of its own, in a child JVM on 127.0.0.1.
 *
 * @see <a href="https://kairosdb.github.io/docs/GettingStarted.html">Getting Started</a>
 */
public final class KairosServer implements AutoCloseable {

    /** A line for {@link #start}: answers carry the query that they answer. */
    public static final String RETURN_QUERY = "kairosdb.queries.return_query_in_response=true";

    /** Lines for {@link #start}: {@code /api/v1/rollups} is served. */
    public static final String ROLLUPS = """
            kairosdb.service.rollups=org.kairosdb.rollup.RollUpModule
            kairosdb.rollups.server_assignment.check_update_delay_millseconds=10000""";

    private static final String BIND_FAILED = "BindException";

    private final Path dir;
    private final int port;
    private ChildJvm jvm;

    private KairosServer(Path dir, int port) {
        this.dir = dir;
        this.port = port;
    }

    /**
     * On any free port.
     *
     * @param dir its folder, made if missing; one that was used before keeps its data
     * @param properties more lines for its properties file
     */
    public static KairosServer start(Path dir, String... properties) {
        return Ports.untilBound(() -> startAt(Ports.free(), dir, properties));
    }

    /** Several at once, which is quicker than one after the other. */
    public static List<KairosServer> startAll(List<Path> dirs, String... properties) {
        List<CompletableFuture<KairosServer>> starting = dirs.stream()
                .map(dir -> CompletableFuture.supplyAsync(() -> start(dir, properties)))
                .toList();
        return starting.stream().map(CompletableFuture::join).toList();
    }

    /** @throws PortTaken if somebody else listens there */
    public static KairosServer startAt(int port, Path dir, String... properties) {
        Ports.requireFree("KairosDB", port);
        KairosServer server = new KairosServer(dir.toAbsolutePath(), port);
        server.configure(properties);
        server.restart();
        return server;
    }

    /** After {@link #stop} or {@link #kill}: again, on the same port with the same data. */
    public void restart() {
        jvm = ChildJvm.start("KairosDB on port " + port, dir, command(), Map.of());
        try {
            jvm.awaitStatus(url() + "/api/v1/health/check", 204, BIND_FAILED);
        } catch (IllegalStateException e) {
            throw jvm.log().contains(BIND_FAILED) ? new PortTaken("KairosDB", port) : e;
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public String log() {
        return jvm.log();
    }

    /** SIGTERM, and as long as it needs. */
    public void stop() {
        jvm.stop();
    }

    /** SIGKILL. */
    public void kill() {
        jvm.kill();
    }

    /** Makes it hang: it still accepts connections and answers nothing. */
    public void pause() {
        jvm.signal("STOP");
    }

    public void resume() {
        jvm.signal("CONT");
    }

    @Override
    public void close() {
        jvm.kill();
    }

    private void configure(String... properties) {
        try {
            for (String folder : List.of("conf", "logging", "cache", "tmp", "queue", "webroot")) {
                Files.createDirectories(dir.resolve(folder));
            }
            List<String> lines = new ArrayList<>(KairosConfig.properties(dir, port));
            lines.addAll(List.of(properties));
            Files.write(dir.resolve("conf/kairosdb.properties"), lines);
            Files.writeString(dir.resolve("logging/logback.xml"), KairosConfig.LOGBACK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(KairosConfig.JVM_FLAGS);
        command.add("-Djava.io.tmpdir=" + dir.resolve("tmp"));
        command.addAll(List.of("-cp", dir.resolve("logging") + ":" + classPath(), "org.kairosdb.core.Main"));
        command.addAll(List.of(
                "-c", "run", "-p", dir.resolve("conf/kairosdb.properties").toString()));
        return command;
    }

    /** The build leaves it beside the test classes. */
    private static String classPath() {
        try {
            Path testClasses = Path.of(KairosServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.readString(testClasses.resolveSibling("kairosdb.classpath"));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("no KairosDB class path; run mvn process-test-resources", e);
        }
    }
}
