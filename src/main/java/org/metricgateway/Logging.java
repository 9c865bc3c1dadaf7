package org.metricgateway;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * What {@code LOG_LEVEL} and {@code LOG_FORMAT} ask for, told to Log4j before it starts. Only the gateway's own process
 * does this: as a library it logs as its host does.
 */
public final class Logging {

    private static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");
    private static final List<String> FORMATS = List.of("text", "json");
    private static final List<String> FILES = List.of("log4j2.configurationFile", "log4j.configurationFile");
    private static final String FILE_IN_ENVIRONMENT = "LOG4J_CONFIGURATION_FILE";
    private static final long LAST_MILLIS = 2_000;

    private Logging() {}

    /**
     * Call it before anything logs.
     *
     * @return what was not understood, to be logged as a warning
     */
    public static List<String> start() {
        return start(System.getenv(), System.getProperties());
    }

    /** The same on a thread of its own. */
    static CompletableFuture<List<String>> begin() {
        return CompletableFuture.supplyAsync(Logging::start, start -> new Thread(start, "log").start());
    }

    static List<String> start(Map<String, String> environment, Properties system) {
        Word level = Word.of("LOG_LEVEL", environment, LEVELS, "info");
        Word format = Word.of("LOG_FORMAT", environment, FORMATS, "text");
        // For a file of the operator's own.
        system.setProperty("metric-gateway.log.level", level.value);
        system.setProperty("metric-gateway.log.format", format.value);
        boolean chosen = FILES.stream().anyMatch(system::containsKey) || environment.containsKey(FILE_IN_ENVIRONMENT);
        if (!chosen) {
            configure(level.value, format.value.equals("json"), system);
        }
        return List.of(level, format).stream()
                .flatMap(word -> word.warning.stream())
                .toList();
    }

    private static void configure(String level, boolean json, Properties system) {
        // Log4j says its own words in the thread that logs, to the very stream that nobody may read.
        system.putIfAbsent("log4j2.StatusLogger.level", "FATAL");
        // One for the whole process: Log4j need not look at the stack to find whose a logger is.
        system.putIfAbsent("log4j2.contextSelector", "org.apache.logging.log4j.core.selector.BasicContextSelector");
        if (!json) {
            PluginsHidden.hide();
        }
        Configurator.initialize(Logging.class.getClassLoader(), new LogConfiguration(level, json));
    }

    /** Writes the lines that still wait, as long as somebody reads them. Call it when nothing logs any more. */
    public static void stop() {
        Thread stopping = new Thread(LogManager::shutdown, "log");
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(LAST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Word(String value, Optional<String> warning) {

        static Word of(String name, Map<String, String> environment, List<String> words, String fallback) {
            String value = environment.getOrDefault(name, fallback).strip().toLowerCase(Locale.ROOT);
            if (words.contains(value)) {
                return new Word(value, Optional.empty());
            }
            String known = String.join(", ", words);
            String warning = "%s: is \"%s\", none of %s; taken for %s".formatted(name, value, known, fallback);
            return new Word(fallback, value.isEmpty() ? Optional.empty() : Optional.of(warning));
        }
    }
}
