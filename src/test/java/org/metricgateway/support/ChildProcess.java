package org.metricgateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, its output in a file, which ends with this JVM at the latest. */
public class ChildProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final Path logFile;
    private final Process process;
    private final Thread lastResort;

    ChildProcess(String name, Path dir, List<String> command, Map<String, String> environment) {
        this.name = name;
        logFile = dir.resolve("log");
        process = start(dir, command, environment);
        lastResort = new Thread(this::endNow, "end-" + name);
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /** @param command the program's path, and its arguments */
    public static ChildProcess start(String name, Path dir, String... command) {
        return new ChildProcess(name, dir, List.of(command), Map.of());
    }

    private Process start(Path dir, List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(logFile.toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until a GET is answered with this status.
     *
     * @param hopeless what it logs when waiting is of no use although it goes on running
     */
    public void awaitStatus(String url, int status, String hopeless) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Http.answers(url, status)) {
            if (endedWithin(Duration.ofMillis(50)) || log().contains(hopeless)) {
                endNow();
                throw failure("is not going to be ready");
            }
            if (System.nanoTime() > end) {
                endNow();
                throw failure("was not ready after " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    public long pid() {
        return process.pid();
    }

    /** SIGTERM, and as long as it needs. */
    public int stop() {
        process.destroy();
        if (!endedWithin(PATIENCE)) {
            endNow();
            throw failure("did not stop within " + PATIENCE.toSeconds() + " s");
        }
        forget();
        return process.exitValue();
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        endedWithin(PATIENCE);
        forget();
    }

    /** @param signal by name, such as {@code STOP} */
    void signal(String signal) {
        Command.run("kill", "-" + signal, Long.toString(pid()));
    }

    public String log() {
        try {
            return new String(Files.readAllBytes(logFile), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IllegalStateException failure(String what) {
        List<String> lines = log().lines().toList();
        List<String> end = lines.subList(Math.max(0, lines.size() - 30), lines.size());
        return new IllegalStateException(name + " " + what + "; its log ends:\n" + String.join("\n", end));
    }

    boolean endedWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** A paused process takes no SIGTERM, and one that hangs deserves none. */
    private void endNow() {
        process.destroy();
        if (!endedWithin(Duration.ofSeconds(5))) {
            process.destroyForcibly();
            endedWithin(PATIENCE);
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException e) {
            // This JVM is already ending, and the hook finds nothing left to do.
        }
    }
}
