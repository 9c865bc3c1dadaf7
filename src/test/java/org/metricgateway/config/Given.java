package org.metricgateway.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A configuration from text, as if it had been read. */
final class Given {

    /** The least that starts. */
    static final String LEAST = """
            gateway.group.cpu.urls = http://localhost:8081
            """;

    private Given() {}

    static Configuration configuration(String text) {
        return configuration(text, Map.of(), Map.of());
    }

    static Configuration configuration(String text, Map<String, String> environment, Map<String, String> system) {
        Surroundings surroundings = new Surroundings(environment, system, Path.of(""), Given.class.getClassLoader());
        return new Loading(new Source("my.properties", text), surroundings).configuration();
    }

    static Settings settings(String text) {
        return configuration(text).settings();
    }

    /** What is wrong with it, a line for each fault. */
    static List<String> faults(String text) {
        return faults(text, Map.of(), Map.of());
    }

    static List<String> faults(String text, Map<String, String> environment, Map<String, String> system) {
        InvalidSettings invalid =
                catchThrowableOfType(InvalidSettings.class, () -> configuration(text, environment, system));
        return invalid == null
                ? List.of()
                : invalid.faults().stream().map(Fault::toString).toList();
    }
}
