package org.metricgateway.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.metricgateway.config.AddressFile;
import org.metricgateway.config.BackendAddress;

/**
 * {@code file:path}: one URL a line. It is read anew each time, by its path: whatever way it was replaced, that finds what is there.
 *
 * @param path relative to the working directory
 * @param thread may wait for the disk
 */
record FilePlace(Path path, Executor thread) implements Place {

    private static final int LONGEST = 1 << 20;

    @Override
    public CompletionStage<List<BackendAddress>> look() {
        return CompletableFuture.supplyAsync(() -> AddressFile.addresses(text()), thread);
    }

    private String text() {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IllegalStateException("is longer than " + LONGEST + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("there is no such file", e);
        } catch (IOException e) {
            throw new IllegalStateException("it cannot be read: " + e, e);
        }
    }
}
