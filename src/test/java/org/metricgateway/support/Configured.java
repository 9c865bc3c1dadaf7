package org.metricgateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.metricgateway.config.Configuration;
import org.metricgateway.config.GroupSettings;
import org.metricgateway.config.Settings;
import org.metricgateway.config.Surroundings;

/** Settings from lines of a properties file, all else as it is by default. */
public final class Configured {

    private Configured() {}

    public static Settings settings(String... lines) {
        return configuration(String.join("\n", lines)).settings();
    }

    /** @param text of a properties file */
    public static Configuration configuration(String text) {
        try {
            Path file = Files.createTempFile("configured", ".properties");
            try {
                Files.writeString(file, text);
                Surroundings here =
                        new Surroundings(Map.of(), Map.of(), Path.of(""), Configured.class.getClassLoader());
                return Configuration.load(here.configuredBy(file.toString()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The group {@code cpu}.
     *
     * @param urls as in the properties
     * @param lines without {@code gateway.group.cpu.}
     */
    public static GroupSettings group(String urls, String... lines) {
        StringBuilder all = new StringBuilder("gateway.group.cpu.urls = " + urls);
        for (String line : lines) {
            all.append("\ngateway.group.cpu.").append(line);
        }
        return settings(all.toString()).groups().get("cpu");
    }
}
