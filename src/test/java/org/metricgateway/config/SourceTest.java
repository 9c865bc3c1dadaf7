package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which file is read. */
final class SourceTest {

    private static final String OURS = "gateway.mode = simple";

    @TempDir
    Path directory;

    @TempDir
    Path classPath;

    @Test
    void theNamedOneBeforeAll() throws IOException {
        write(directory, "other.properties", OURS);
        write(directory, "application.properties", "x = 1");
        assertThat(find(Map.of("GATEWAY_CONFIG", "other.properties"))).isEqualTo(new Source("other.properties", OURS));
        String absolute = directory.resolve("other.properties").toString();
        assertThat(find(Map.of("GATEWAY_CONFIG", absolute))).isEqualTo(new Source(absolute, OURS));
    }

    @Test
    void theOneInTheWorkingDirectoryEvenWithoutAKeyOfOurs() throws IOException {
        write(directory, "application.properties", "x = 1");
        write(classPath, "application.properties", OURS);
        assertThat(find(Map.of())).isEqualTo(new Source("application.properties", "x = 1"));
    }

    @Test
    void theHostApplicationsIfItHasAKeyOfOurs() throws IOException {
        write(classPath, "metric-gateway/application.properties", Given.LEAST);
        write(classPath, "application.properties", OURS);
        assertThat(find(Map.of())).isEqualTo(new Source("classpath:application.properties", OURS));
        write(classPath, "application.properties", "camel.main.name = host\n#" + OURS);
        assertThat(find(Map.of()))
                .isEqualTo(new Source("classpath:metric-gateway/application.properties", Given.LEAST));
    }

    @Test
    void theBundledOneAtLast() {
        Surroundings nothing = new Surroundings(Map.of(), Map.of(), directory, Source.class.getClassLoader());
        assertThat(Source.find(nothing).name()).isEqualTo("classpath:metric-gateway/application.properties");
        assertThat(Configuration.load(nothing).settings().groups()).containsOnlyKeys("cpu", "mem");
    }

    @Test
    void notOneThatCannotBeRead() throws IOException {
        refuses("none.properties", "GATEWAY_CONFIG: the file \"none.properties\" does not exist; name a readable");
        refuses("", "GATEWAY_CONFIG: the file \"\" cannot be read; name a readable");
        Files.write(directory.resolve("latin.properties"), "a = é".getBytes(StandardCharsets.ISO_8859_1));
        refuses("latin.properties", "GATEWAY_CONFIG: the file \"latin.properties\" is not UTF-8; name a readable");
        assertThatThrownBy(() -> find(Map.of()))
                .hasMessageStartingWith(
                        "application.properties: the file \"metric-gateway/application.properties\" is not");
    }

    @Test
    void withoutTheMarkThatSomeEditorsPutFirst() throws IOException {
        write(directory, "application.properties", "\uFEFF" + OURS);
        assertThat(find(Map.of()).text()).isEqualTo(OURS);
    }

    private void refuses(String named, String message) {
        assertThatThrownBy(() -> find(Map.of("GATEWAY_CONFIG", named)))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageStartingWith(message);
    }

    private Source find(Map<String, String> environment) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null)) {
            return Source.find(new Surroundings(environment, Map.of(), directory, loader));
        }
    }

    private static void write(Path directory, String name, String text) throws IOException {
        Files.createDirectories(directory.resolve(name).getParent());
        Files.writeString(directory.resolve(name), text);
    }
}
