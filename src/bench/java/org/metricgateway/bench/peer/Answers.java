package org.metricgateway.bench.peer;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Answers too long for nginx's configuration, as files.
 *
 * @param root where the folder {@code files} is
 */
public record Answers(Path root) {

    public static final String K100 = "100k";
    public static final String M1 = "1m";
    public static final String M10 = "10m";
    public static final String M50 = "50m";
    public static final String G1 = "1g";

    /** Writes what is missing. */
    public static Answers in(Path root) {
        Answers answers = new Answers(root);
        Path files = answers.folder(root.resolve("files"));
        answers.write(files.resolve(K100), Bodies.answerOf(100_000));
        answers.write(files.resolve(M1), Bodies.answerOf(1_000_000));
        answers.write(files.resolve(M10), Bodies.answerOf(10_000_000));
        answers.write(files.resolve(M50), Bodies.answerOf(50_000_000));
        answers.hole(files.resolve(G1), 1_000_000_000);
        return answers;
    }

    /** The length of the file. */
    public long bytes(String name) {
        try {
            return Files.size(root.resolve("files").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Zeros that take no room on the disk. */
    private void hole(Path file, long length) {
        try (RandomAccessFile zeros = new RandomAccessFile(file.toFile(), "rw")) {
            zeros.setLength(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
