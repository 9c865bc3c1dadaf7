package org.metricgateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A short command of the system or the JDK. */
public final class Command {

    private Command() {}

    public static String ofJdk(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Runs it to its end; what it prints is of no interest, except errors. */
    public static void run(String... command) {
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
