package org.metricgateway.bench.load;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A long answer, read to the end of its connection and thrown away.
 *
 * @param time from the connect on
 * @param bytes with the head
 */
public record Download(Duration time, long bytes) {

    /** Milliseconds without a byte. */
    private static final int PATIENCE = 60_000;

    private static final String OK = "HTTP/1.1 200";

    /** @throws IOException if it has another status, is shorter than that, or its connection is reset */
    public static Download of(int port, Ask ask, long least) throws IOException {
        long start = System.nanoTime();
        long bytes = 0;
        byte[] buffer = new byte[64 * 1024];
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(ask.bytes(false));
            for (int read; (read = socket.getInputStream().read(buffer)) >= 0; bytes += read) {
                if (bytes == 0) {
                    requireOk(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                }
            }
        }
        if (bytes < least) {
            throw new IOException("ends after " + bytes + " bytes of " + least);
        }
        return new Download(Duration.ofNanos(System.nanoTime() - start), bytes);
    }

    /** The time until the last of so many at once has ended. */
    public static Duration slowest(int count, int port, Ask ask, long least) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<Download>> all = threads.invokeAll(Collections.nCopies(count, () -> of(port, ask, least)));
            Duration slowest = Duration.ZERO;
            for (Future<Download> each : all) {
                Duration time = each.get().time();
                slowest = time.compareTo(slowest) > 0 ? time : slowest;
            }
            return slowest;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void requireOk(String start) throws IOException {
        if (!start.startsWith(OK)) {
            throw new IOException("answered " + start.lines().findFirst().orElse("nothing"));
        }
    }
}
