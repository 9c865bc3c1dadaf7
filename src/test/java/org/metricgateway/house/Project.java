package org.metricgateway.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the house rules look at: one folder, or several, of which the later ones replace files of the earlier.
 *
 * @param files in order of their names
 */
record Project(Map<String, Path> files) {

    static Project in(Path... folders) {
        Map<String, Path> files = new TreeMap<>();
        for (Path folder : folders) {
            Stream.of("routes", "src/main/java", "src/bench/java", "application.properties", "README.md")
                    .map(folder::resolve)
                    .filter(Files::exists)
                    .flatMap(Project::filesBelow)
                    .forEach(file -> files.put(folder.relativize(file).toString(), file));
        }
        return new Project(files);
    }

    private static Stream<Path> filesBelow(Path path) {
        try (Stream<Path> paths = Files.walk(path)) {
            return paths.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Path> below(String folder) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(folder))
                .map(Map.Entry::getValue);
    }

    List<RouteFile> routes() {
        return below("routes/").map(RouteFile::read).toList();
    }

    Stream<Item> items() {
        return routes().stream().flatMap(file -> file.items().stream());
    }

    List<Path> sources() {
        return Stream.of("src/main/java/", "src/bench/java/")
                .flatMap(this::below)
                .toList();
    }

    /** The lines of a file, none where it is missing. */
    List<String> lines(String file) {
        return files.containsKey(file) ? lines(files.get(file)) : List.of();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
