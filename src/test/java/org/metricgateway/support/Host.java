package org.metricgateway.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A plain Camel Main application with the gateway on its class path, in a JVM of its own. */
public final class Host implements AutoCloseable {

    private final int port;
    private final int gatewayPort;
    private final ChildJvm jvm;

    private Host(int port, int gatewayPort, ChildJvm jvm) {
        this.port = port;
        this.gatewayPort = gatewayPort;
        this.jvm = jvm;
    }

    /** @param properties lines that are added to its own file */
    public static Host start(Path dir, String properties) {
        int port = Ports.free();
        int gatewayPort = Ports.free();
        int adminPort = Ports.free();
        try {
            Path classes = Files.createDirectory(dir.resolve("classes"));
            Path own = Path.of("src/test/resources/host").toAbsolutePath();
            Files.copy(own.resolve("log4j2.xml"), classes.resolve("log4j2.xml"));
            String ports = "host.port = %d\ngateway.listen = 127.0.0.1:%d\ngateway.admin.listen = 127.0.0.1:%d\n";
            Files.writeString(
                    classes.resolve("application.properties"),
                    Files.readString(own.resolve("application.properties"))
                            + ports.formatted(port, gatewayPort, adminPort)
                            + properties);
            String path = classes + File.pathSeparator + System.getProperty("java.class.path");
            List<String> command = List.of("-cp", path, "org.metricgateway.host.HostApplication");
            ChildJvm jvm = ChildJvm.start("the host", dir, command, Map.of());
            jvm.awaitStatus("http://127.0.0.1:" + adminPort + "/readyz", 200, "Address already in use");
            return new Host(port, gatewayPort, jvm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its own consumer is. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public String gatewayUrl() {
        return "http://127.0.0.1:" + gatewayPort;
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
