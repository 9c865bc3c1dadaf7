package org.metricgateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** Which route files are loaded: those in the jar, each replaced by a file of its name in {@code routes/}, and what else is there. */
final class RouteFiles {

    private static final String BUNDLED = "metric-gateway/routes/";
    private static final String BEANS = "beans.camel.yaml";
    private static final String SUFFIX = ".camel.yaml";

    private RouteFiles() {}

    /** For {@code camel.main.routes-include-pattern}. */
    static String pattern(Path directory) {
        Set<String> bundled = bundled();
        Set<String> own = in(directory);
        List<String> locations = new ArrayList<>();
        bundled.stream()
                .filter(name -> !own.contains(name))
                .forEach(name -> locations.add("classpath:" + BUNDLED + name));
        own.forEach(name -> locations.add("file:" + directory.resolve(name)));
        // Camel makes the beans of any file but the first twice, once ahead of all routes and once with its own.
        locations.sort(Comparator.comparing(location -> !location.endsWith("/" + BEANS)));
        return String.join(",", locations);
    }

    /** Found as a resource: a class from Java's ahead-of-time cache may not know where it comes from. */
    private static Set<String> bundled() {
        URL beans = RouteFiles.class.getResource("/" + BUNDLED + BEANS);
        try {
            return beans.openConnection() instanceof JarURLConnection connection
                    ? inJar(Path.of(connection.getJarFileURL().toURI()))
                    : in(Path.of(beans.toURI()).getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> inJar(Path place) {
        try (JarFile jar = new JarFile(place.toFile())) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(BUNDLED) && name.endsWith(SUFFIX))
                    .map(name -> name.substring(BUNDLED.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> in(Path directory) {
        Set<String> names = new TreeSet<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
                files.forEach(file -> names.add(file.getFileName().toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }
}
