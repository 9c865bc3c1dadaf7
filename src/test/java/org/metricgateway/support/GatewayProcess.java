package org.metricgateway.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The gateway as its users run it: a child JVM with a properties file. */
public final class GatewayProcess implements AutoCloseable {

    /** Options for the JVM with which Netty reports every buffer that is not released, and who touched it. */
    public static final String[] PARANOID = {
        "-Dio.netty.leakDetection.level=paranoid", "-Dio.netty.leakDetection.targetRecords=32"
    };

    private static final String BIND_FAILED = "Address already in use";
    private static final String READY = "/readyz";
    private static final String ALIVE = "/healthz";

    private final Path dir;
    private final int port;
    private final int adminPort;
    private ChildJvm jvm;

    private GatewayProcess(Path dir, int port, int adminPort) {
        this.dir = dir;
        this.port = port;
        this.adminPort = adminPort;
    }

    /**
     * On free ports, and waits until it is ready.
     *
     * @param dir its working directory, made if missing
     * @param properties lines of its properties file, without those that say where to listen
     * @param jvmOptions for its JVM, where {@code {port}} is the port on which it listens
     */
    public static GatewayProcess start(Path dir, String properties, String... jvmOptions) {
        return Ports.untilBound(() -> launch(Ports.free(), Ports.free(), dir, READY, properties, jvmOptions));
    }

    /** The same, but waits only until it answers: for groups whose backends are not there. */
    public static GatewayProcess startUnready(Path dir, String properties, String... jvmOptions) {
        return Ports.untilBound(() -> launch(Ports.free(), Ports.free(), dir, ALIVE, properties, jvmOptions));
    }

    /** @throws PortTaken if somebody else listens there */
    public static GatewayProcess startAt(int port, int adminPort, Path dir, String properties, String... jvmOptions) {
        Ports.requireFree("the gateway", port, adminPort);
        return launch(port, adminPort, dir, READY, properties, jvmOptions);
    }

    /**
     * Without a file, in an empty directory.
     *
     * @param environment names and values, where {@code {port}} and {@code {admin}} are the ports that it should listen on
     */
    public static GatewayProcess startFileless(Path dir, Map<String, String> environment) {
        return Ports.untilBound(() -> {
            GatewayProcess gateway = new GatewayProcess(dir.toAbsolutePath(), Ports.free(), Ports.free());
            Map<String, String> named = new HashMap<>(environment);
            named.replaceAll((name, value) ->
                    value.replace("{port}", "" + gateway.port).replace("{admin}", "" + gateway.adminPort));
            gateway.run(program(), named, gateway.adminUrl() + READY);
            return gateway;
        });
    }

    private static GatewayProcess launch(
            int port, int adminPort, Path dir, String sign, String properties, String... jvmOptions) {
        GatewayProcess gateway = new GatewayProcess(dir.toAbsolutePath(), port, adminPort);
        gateway.configure(properties);
        Stream<String> options = Stream.of(jvmOptions).map(option -> option.replace("{port}", "" + port));
        List<String> command = Stream.concat(options, program().stream()).toList();
        Map<String, String> environment =
                Map.of("GATEWAY_CONFIG", gateway.configuration().toString());
        gateway.run(command, environment, gateway.adminUrl() + sign);
        return gateway;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public String adminUrl() {
        return "http://127.0.0.1:" + adminPort;
    }

    public long pid() {
        return jvm.pid();
    }

    /** All that it has printed. */
    public String log() {
        return jvm.log();
    }

    /** The file that it reads. */
    public Path configuration() {
        return dir.resolve("gateway.properties");
    }

    /** SIGTERM, and as long as it needs; its exit status. */
    public int stop() {
        return jvm.stop();
    }

    /** SIGKILL. */
    public void kill() {
        jvm.kill();
    }

    /** @param signal by name, such as {@code HUP} */
    public void signal(String signal) {
        jvm.signal(signal);
    }

    /** Fails if Netty has found a buffer that nobody released; with {@link #PARANOID} it looks at each. */
    public void assertNoLeak() {
        for (int round = 0; round < 3; round++) {
            // Netty tells of a buffer that was collected when it hands out the next one.
            jvm.collectGarbage();
            Http.get(url() + "/health");
        }
        // A line is written behind the back of who logs it; this takes much longer.
        jvm.collectGarbage();
        assertThat(log()).doesNotContain("LEAK:");
    }

    @Override
    public void close() {
        jvm.kill();
    }

    private void run(List<String> command, Map<String, String> environment, String sign) {
        jvm = ChildJvm.start("the gateway", dir, command, environment);
        try {
            jvm.awaitStatus(sign, 200, BIND_FAILED);
        } catch (IllegalStateException e) {
            throw jvm.log().contains(BIND_FAILED) ? new PortTaken("the gateway", port) : e;
        }
    }

    private void configure(String properties) {
        String listen = "gateway.listen = 127.0.0.1:%d\ngateway.admin.listen = 127.0.0.1:%d\n";
        try {
            Files.createDirectories(dir);
            Files.writeString(configuration(), listen.formatted(port, adminPort) + properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar, if the build says where it is; before it is built, the classes. */
    static List<String> program() {
        return Optional.ofNullable(System.getProperty("gateway.jar"))
                .map(jar -> List.of("-jar", jar))
                .orElseGet(() -> List.of("-cp", System.getProperty("java.class.path"), "org.metricgateway.Gateway"));
    }
}
