package org.metricgateway.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A short command of the system or the JDK. */
public final class Command {

    private Command() {}

    public static String ofJdk(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /**
     * A program of the system.
     *
     * @param debianPackage what brings it
     * @throws IllegalStateException if it is not there; the message says what installs it
     */
    public static String ofSystem(String name, String debianPackage) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> new IllegalStateException(
                        "no " + name + " here, which the tests need: apt-get install " + debianPackage));
    }

    /** Runs it to its end; what it prints is of no interest, except errors. */
    public static void run(String... command) {
        output(command);
    }

    /** Runs it to its end, and gives what it has printed, except errors. */
    public static String output(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
