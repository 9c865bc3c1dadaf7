package org.metricgateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A real InfluxDB 1.x (Debian's package influxdb) in a child process on a loopback address. */
public final class InfluxServer implements AutoCloseable {

    /** The database that each has from its first start on. */
    public static final String DATABASE = "metrics";

    private static final String BIND_FAILED = "address already in use";

    private final Path dir;
    private final InetSocketAddress where;
    private final InfluxLogin login;
    private ChildProcess process;

    private InfluxServer(Path dir, InetSocketAddress where, InfluxLogin login) {
        this.dir = dir.toAbsolutePath();
        this.where = where;
        this.login = login;
    }

    /**
     * On any free port of 127.0.0.1.
     *
     * @param dir its folder, made if missing; one that was used before keeps its data
     * @param http more lines for the section {@code [http]} of its configuration
     */
    public static InfluxServer start(Path dir, String... http) {
        return start(dir, InfluxLogin.NONE, http);
    }

    /** The same, but it demands credentials; this administrator's are used by its methods here. */
    public static InfluxServer start(Path dir, InfluxLogin login, String... http) {
        return Ports.untilBound(() -> startAt("127.0.0.1", Ports.free(), dir, login, http));
    }

    /** Several that share a port on addresses of their own, from 127.0.0.2 on, as those behind one name do. */
    public static List<InfluxServer> startAll(List<Path> dirs) {
        return Ports.untilBound(() -> startAllAt(Ports.free(), dirs));
    }

    private static List<InfluxServer> startAllAt(int port, List<Path> dirs) {
        List<String> hosts = IntStream.range(2, 2 + dirs.size())
                .mapToObj(last -> "127.0.0." + last)
                .toList();
        hosts.forEach(host -> Ports.requireFree("InfluxDB", new InetSocketAddress(host, port)));
        return IntStream.range(0, dirs.size())
                .mapToObj(i -> startAt(hosts.get(i), port, dirs.get(i), InfluxLogin.NONE))
                .toList();
    }

    /** @throws PortTaken if somebody else listens there */
    public static InfluxServer startAt(String host, int port, Path dir, InfluxLogin login, String... http) {
        InfluxServer server = new InfluxServer(dir, new InetSocketAddress(host, port), login);
        Ports.requireFree("InfluxDB", server.where);
        server.configure(http);
        server.restart();
        server.setUp();
        return server;
    }

    /** After {@link #stop} or {@link #kill}: again, at the same place with the same data. */
    public void restart() {
        Ports.requireFree("InfluxDB", where);
        List<String> command = List.of(
                Command.ofSystem("influxd", "influxdb"),
                "run",
                "-config",
                dir.resolve("influxdb.conf").toString());
        process = new ChildProcess("InfluxDB at " + where, dir, command, Map.of());
        try {
            process.awaitStatus(url() + "/ping", 204, BIND_FAILED);
        } catch (IllegalStateException e) {
            throw process.log().contains(BIND_FAILED) ? new PortTaken("InfluxDB", where.getPort()) : e;
        }
    }

    public String url() {
        return "http://" + name();
    }

    /** As the gateway names it: {@code host:port}. */
    public String name() {
        return where.getHostString() + ":" + where.getPort();
    }

    public int port() {
        return where.getPort();
    }

    /** @param lines of the line protocol; those without a timestamp get the server's time */
    public Answer write(String lines) {
        return Http.post(url() + "/write?db=" + DATABASE, lines, login.headers());
    }

    /** @param influxQl one statement or several; times come back in nanoseconds */
    public Answer query(String influxQl) {
        String form = "db=" + DATABASE + "&epoch=ns&q=" + URLEncoder.encode(influxQl, StandardCharsets.UTF_8);
        return Http.post(url() + "/query", form, login.headers("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** One line for each request that it has answered since its folder was new, in order. */
    public List<String> accessLog() {
        try {
            return Files.readAllLines(dir.resolve("access.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has printed since it was started last. */
    public String log() {
        return process.log();
    }

    /** SIGTERM, and as long as it needs, which is 1.5 s. */
    public void stop() {
        process.stop();
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** Makes it hang: it still accepts connections and answers nothing. */
    public void pause() {
        process.signal("STOP");
    }

    public void resume() {
        process.signal("CONT");
    }

    @Override
    public void close() {
        process.kill();
    }

    private void setUp() {
        login.createOn(this);
        Answer created = query("CREATE DATABASE " + DATABASE);
        if (created.status() != 200) {
            throw new IllegalStateException("no database: " + created.text());
        }
    }

    private void configure(String... http) {
        try {
            Files.createDirectories(dir);
            Files.write(
                    dir.resolve("influxdb.conf"),
                    InfluxConfig.lines(dir, name(), login.demanded(), Arrays.asList(http)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
