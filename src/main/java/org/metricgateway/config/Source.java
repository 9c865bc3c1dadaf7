package org.metricgateway.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The one file that holds the configuration. A file of one's own replaces the bundled one, groups and rules too.
 *
 * @param name what operators call it
 */
record Source(String name, String text) {

    static final String FILE = "application.properties";
    static final String BUNDLED = "metric-gateway/" + FILE;
    static final String NAMED_BY = "GATEWAY_CONFIG";

    /** @throws InvalidSettings if the file that should be read cannot be */
    static Source find(Surroundings surroundings) {
        String named = surroundings.environment().get(NAMED_BY);
        if (named != null) {
            return file(NAMED_BY, named, surroundings.directory().resolve(named));
        }
        Path beside = surroundings.directory().resolve(FILE);
        if (Files.exists(beside)) {
            return file(FILE, FILE, beside);
        }
        return host(surroundings.classLoader()).orElseGet(() -> bundled(surroundings.classLoader()));
    }

    /** Whether it is the bundled one, or a copy that nobody has changed: its groups are but an example. */
    boolean isExample(ClassLoader classLoader) {
        URL bundled = classLoader.getResource(BUNDLED);
        return bundled != null && classPath(bundled, BUNDLED).text().equals(text);
    }

    /** That of an application that the gateway is a library of, if it says anything about the gateway. */
    private static Optional<Source> host(ClassLoader classLoader) {
        return Optional.ofNullable(classLoader.getResource(FILE))
                .map(resource -> classPath(resource, FILE))
                .filter(source -> PropertiesText.properties(source).stream().anyMatch(Property::ours));
    }

    private static Source bundled(ClassLoader classLoader) {
        URL bundled = classLoader.getResource(BUNDLED);
        if (bundled == null) {
            throw unreadable(FILE, BUNDLED, "is not on the class path");
        }
        return classPath(bundled, BUNDLED);
    }

    private static Source file(String key, String name, Path path) {
        try {
            return decoded(key, name, Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw unreadable(key, name, "does not exist");
        } catch (IOException e) {
            throw unreadable(key, name, "cannot be read");
        }
    }

    private static Source classPath(URL resource, String name) {
        try (InputStream in = resource.openStream()) {
            return decoded(name, "classpath:" + name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source decoded(String key, String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            // Editors on Windows put a mark before the first key.
            return new Source(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw unreadable(key, name, "is not UTF-8");
        }
    }

    private static InvalidSettings unreadable(String key, String name, String wrong) {
        String file = "the file \"" + name + "\" ";
        return new InvalidSettings(
                List.of(new Fault(key, file + wrong, "name a readable properties file in UTF-8", "")));
    }
}
