package org.metricgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.config.Surroundings;

final class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void servesWithoutAnArgument() {
        assertThat(run()).isEmpty();
        assertThat(out.toString() + err).isEmpty();
    }

    @Test
    void saysItsVersions() {
        assertThat(run("--version")).hasValue(0);
        assertThat(out.toString()).matches("metric-gateway \\S+ \\(Camel 4\\.\\S+, Netty 4\\.\\S+, Java \\d+.*\\)\\R");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run("--help")).hasValue(0);
        assertThat(out.toString()).startsWith("Usage: ").contains("--validate", "--version", "--help");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (List<String> arguments :
                List.of(List.of("--what"), List.of("--version", "--what"), List.of("--validate", "a", "--what"))) {
            err.reset();
            assertThat(run(arguments.toArray(String[]::new))).hasValue(2);
            assertThat(err.toString()).startsWith("unknown argument: --what").contains("Usage: ");
        }
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void countsWhatIsLookedUp() throws IOException {
        write("application.properties", "gateway.group.cpu.urls = dns:a:80, http://b, file:c.txt\n");
        assertThat(run("--validate")).hasValue(0);
        assertThat(out.toString())
                .isEqualToIgnoringNewLines(
                        "valid: 1 group, 0 rules, 1 backend, 2 look-ups, from application.properties");
    }

    @Test
    void validatesTheFileOfTheWorkingDirectory() throws IOException {
        write("application.properties", """
                gateway.group.cpu.urls = http://a, http://b
                gateway.group.mem.urls = http://c
                gateway.rule.1 = ^cpu\\. -> cpu
                """);
        assertThat(run("--validate")).hasValue(0);
        assertThat(out.toString())
                .isEqualToIgnoringNewLines("valid: 2 groups, 1 rule, 3 backends, from application.properties");
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("GATEWAY_NONE: no setting has this environment name; ignored");
    }

    @Test
    void validatesANamedFileAndSaysEveryFault() throws IOException {
        write("application.properties", "gateway.group.cpu.urls = http://a");
        write("bad.properties", "gateway.mode = fast\ngateway.group.cpu.urls = http://admin:hunter2@a\n");
        assertThat(run("--validate", "bad.properties")).hasValue(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines().sorted())
                .containsExactly(
                        "gateway.group.cpu.urls: holds user info in \"a\"; "
                                + "use gateway.group.<name>.token or headers instead"
                                + " (bad.properties:2)",
                        "gateway.mode: is \"fast\"; must be simple or multi (bad.properties:1)");
    }

    @Test
    void validatesNoFileThatIsNotThere() {
        assertThat(run("--validate", "none.properties")).hasValue(1);
        assertThat(err.toString()).startsWith("GATEWAY_CONFIG: the file \"none.properties\" does not exist");
    }

    private OptionalInt run(String... arguments) {
        Surroundings surroundings = new Surroundings(
                Map.of("GATEWAY_NONE", "1"), Map.of(), directory, CommandLineTest.class.getClassLoader());
        return new CommandLine(surroundings, print(out), print(err)).run(List.of(arguments));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
