package org.metricgateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code camel run application.properties routes/*.camel.yaml --profile=prod}, without what {@code jbang} adds. */
public final class CamelCli implements AutoCloseable {

    /** Its own program has no main method: a script for jbang calls it like this. */
    private static final String LAUNCHER = """
            class Launcher {
                public static void main(String[] arguments) {
                    org.apache.camel.dsl.jbang.core.commands.CamelJBangMain.run(arguments);
                }
            }
            """;

    private final int port;
    private final ChildJvm jvm;

    private CamelCli(int port, ChildJvm jvm) {
        this.port = port;
        this.jvm = jvm;
    }

    /**
     * In a copy of what a user has: the routes, and a properties file.
     *
     * @param properties lines of the file, without those that say where to listen
     */
    public static CamelCli run(Path dir, String properties) {
        int port = Ports.free();
        int adminPort = Ports.free();
        try {
            List<String> command =
                    new ArrayList<>(List.of("-cp", Files.readString(Path.of("target/camel-cli.classpath"))));
            command.add(
                    Files.writeString(dir.resolve("Launcher.java"), LAUNCHER).toString());
            command.addAll(List.of("run", "application.properties"));
            command.addAll(copyOfRoutes(dir));
            command.addAll(List.of("--profile=prod", "--download=false", "--logging-color=false"));
            Files.writeString(
                    dir.resolve("application.properties"),
                    "gateway.listen = 127.0.0.1:%d\ngateway.admin.listen = 127.0.0.1:%d\n".formatted(port, adminPort)
                            + "camel.jbang.classpathFiles = " + System.getProperty("gateway.jar") + "\n" + properties);
            // It keeps files of its own in the home directory.
            ChildJvm jvm = ChildJvm.start("camel run", dir, command, Map.of("HOME", dir.toString()));
            jvm.awaitStatus("http://127.0.0.1:" + adminPort + "/readyz", 200, "Address already in use");
            return new CamelCli(port, jvm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> copyOfRoutes(Path dir) throws IOException {
        Files.createDirectory(dir.resolve("routes"));
        List<String> names = new ArrayList<>();
        try (Stream<Path> routes = Files.list(Path.of("routes"))) {
            for (Path route : routes.toList()) {
                String name = "routes/" + route.getFileName();
                Files.copy(route, dir.resolve(name));
                names.add(name);
            }
        }
        return names;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public String log() {
        return jvm.log();
    }

    /** SIGTERM, and as long as it needs; its exit status. */
    public int stop() {
        return jvm.stop();
    }

    @Override
    public void close() {
        jvm.kill();
    }
}
