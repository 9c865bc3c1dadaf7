package org.metricgateway.bench.peer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.metricgateway.support.ChildJvm;
import org.metricgateway.support.Ports;

/** A gateway that is started to see how long that takes. */
public final class Launch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE = 1_000_000;
    private static final byte[] ASKING =
            "GET /readyz HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final int port = Ports.free();
    private final ChildJvm jvm;
    private final double millis;

    private Launch(Path dir, String properties, String... flags) throws IOException {
        int admin = Ports.free();
        String listen = "gateway.listen = 127.0.0.1:%d\ngateway.admin.listen = 127.0.0.1:%d\n".formatted(port, admin);
        Path file = Files.writeString(dir.resolve("gateway.properties"), listen + properties);
        List<String> command = new ArrayList<>(List.of(flags));
        command.addAll(List.of("-jar", System.getProperty("gateway.jar")));
        long start = System.nanoTime();
        jvm = ChildJvm.start("the gateway", dir, command, Map.of("GATEWAY_CONFIG", file.toString()));
        awaitReady(admin, start);
        millis = (System.nanoTime() - start) / 1e6;
    }

    /**
     * Returns once it is ready.
     *
     * @param dir its working directory
     * @param properties without those that say where to listen
     */
    public static Launch of(Path dir, String properties, String... flags) throws IOException {
        return new Launch(dir, properties, flags);
    }

    public int port() {
        return port;
    }

    /** From the start of its process to the first 200 of {@code /readyz}. */
    public double millis() {
        return millis;
    }

    /** Looks often: what is measured is not how often it looks. */
    private void awaitReady(int admin, long start) {
        while (!isReady(admin)) {
            LockSupport.parkNanos(PAUSE);
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                jvm.kill();
                throw new IllegalStateException("not ready after a minute:\n" + jvm.log());
            }
        }
    }

    private static boolean isReady(int admin) {
        ByteBuffer answer = ByteBuffer.allocate(12);
        try (SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", admin))) {
            channel.write(ByteBuffer.wrap(ASKING));
            while (answer.hasRemaining() && channel.read(answer) >= 0) {
                // The status stands in the first twelve bytes.
            }
        } catch (IOException e) {
            return false;
        }
        return new String(answer.array(), StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
    }

    /** SIGTERM, and as long as it needs: Java writes its cache then. */
    @Override
    public void close() {
        jvm.stop();
    }
}
