package org.metricgateway.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the gateway finds itself, handed in so that tests can make one up.
 *
 * @param environment names and values
 * @param systemProperties as {@code -D} sets them
 * @param directory that relative files are looked up in
 * @param classLoader whose {@code application.properties} may be a host application's
 */
public record Surroundings(
        Map<String, String> environment,
        Map<String, String> systemProperties,
        Path directory,
        ClassLoader classLoader) {

    public Surroundings {
        environment = Map.copyOf(environment);
        systemProperties = Map.copyOf(systemProperties);
    }

    /** Those of this process. */
    public static Surroundings current() {
        Map<String, String> system = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, name -> System.getProperty(name, "")));
        return new Surroundings(System.getenv(), system, Path.of(""), hosts());
    }

    /** A host application's classes may be where the gateway's own class loader does not see them. */
    private static ClassLoader hosts() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null ? context : Surroundings.class.getClassLoader();
    }

    /** The same, but the configuration is in this file. */
    public Surroundings configuredBy(String file) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(Source.NAMED_BY, file);
        return new Surroundings(changed, systemProperties, directory, classLoader);
    }
}
