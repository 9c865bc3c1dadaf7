package org.metricgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteFilesTest {

    private static final String BUNDLED = "classpath:metric-gateway/routes/";

    @TempDir
    Path dir;

    @Test
    void withoutADirectoryAreTheBundledOnes() {
        assertThat(files(dir.resolve("routes")))
                .contains(BUNDLED + "beans.camel.yaml", BUNDLED + "edge.camel.yaml", BUNDLED + "owners.camel.yaml")
                .allMatch(file -> file.startsWith(BUNDLED));
    }

    @Test
    void oneOfTheSameNameReplacesTheBundledOne() throws IOException {
        Files.createFile(dir.resolve("owners.camel.yaml"));
        assertThat(files(dir))
                .contains("file:" + dir.resolve("owners.camel.yaml"), BUNDLED + "edge.camel.yaml")
                .doesNotContain(BUNDLED + "owners.camel.yaml");
    }

    @Test
    void furtherOnesAreAdded() throws IOException {
        int bundled = files(dir).size();
        Files.createFile(dir.resolve("mine.camel.yaml"));
        assertThat(files(dir)).hasSize(bundled + 1).contains("file:" + dir.resolve("mine.camel.yaml"));
    }

    @Test
    void whatIsNoRouteFileIsLeftAlone() throws IOException {
        List<String> bundled = files(dir);
        Files.createFile(dir.resolve("owners.camel.yaml.bak"));
        Files.createFile(dir.resolve("notes.yaml"));
        assertThat(files(dir)).isEqualTo(bundled);
    }

    private static List<String> files(Path directory) {
        return List.of(RouteFiles.pattern(directory).split(","));
    }
}
