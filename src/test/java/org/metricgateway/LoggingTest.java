package org.metricgateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on stdout, seen from outside: Log4j reads its file once in a process. */
final class LoggingTest {

    private static final String NASTY = "a\nb\r\nc\u0007\u001B[31m\u0085\u2028d\te";

    @TempDir
    Path directory;

    @Test
    void oneLineForEachEventWhateverAClientSent() throws Exception {
        List<String> lines = logged(Map.of(), "all", NASTY);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d,\\d{3}\\S+ ERROR Logged "
                        + "a\\\\nb\\\\r\\\\nc\\?\\?\\[31m\\?\\?d\te \\S*IllegalStateException: a\\\\nb.*\\\\n\\tat .*");
        assertThat(lines.get(1)).contains(" WARN  Logged ").endsWith("\\nc??[31m??d\te");
        assertThat(lines.get(2)).contains(" INFO  Logged ");
        assertThat(lines.get(3)).contains(" WARN  channel ");
    }

    @Test
    void oneObjectForEachEventInJson() throws Exception {
        List<String> lines = logged(Map.of("LOG_FORMAT", "JSON"), "all", NASTY);
        assertThat(lines).hasSize(4);
        for (String line : lines) {
            JsonNode event = new ObjectMapper().readTree(line);
            assertThat(event.get("message").asText()).isEqualTo(NASTY);
            assertThat(event.get("@timestamp").asText()).isNotEmpty();
        }
        assertThat(lines.get(0)).contains("\"log.level\":\"ERROR\"", "IllegalStateException");
    }

    @ParameterizedTest
    @CsvSource({
        "error, ERROR",
        "warn, ERROR WARN WARN",
        "info, ERROR WARN INFO WARN",
        "Debug, ERROR WARN INFO DEBUG WARN",
        "trace, ERROR WARN INFO DEBUG TRACE WARN",
        "'', ERROR WARN INFO WARN",
    })
    void theLevelIsThatOfTheEnvironment(String level, String expected) throws Exception {
        List<String> levels = logged(Map.of("LOG_LEVEL", level), "all", "x").stream()
                .map(line -> line.split(" +")[1])
                .toList();
        assertThat(levels).containsExactly(expected.split(" "));
    }

    @Test
    void anUnknownWordIsAWarning() throws Exception {
        List<String> lines = logged(Map.of("LOG_LEVEL", "loud", "LOG_FORMAT", "xml"), "none", "x");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .endsWith("LOG_LEVEL: is \"loud\", none of error, warn, info, debug, trace; taken for info");
        assertThat(lines.get(1)).endsWith("LOG_FORMAT: is \"xml\", none of text, json; taken for text");
    }

    @Test
    void aReaderThatStallsLosesLinesAndHoldsNobodyUp() throws Exception {
        Process process = process(Map.of(), "flood").start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(process.inputReader().readLine()).endsWith(" WARN  Logged 0 of a flood");
    }

    @Test
    void anOperatorsOwnFileIsLeftInForce() {
        Properties chosen = new Properties();
        chosen.setProperty("log4j2.configurationFile", "mine.xml");
        Logging.start(Map.of(), chosen);
        assertThat(chosen).containsEntry("log4j2.configurationFile", "mine.xml");

        Properties byEnvironment = new Properties();
        Logging.start(Map.of("LOG4J_CONFIGURATION_FILE", "mine.xml"), byEnvironment);
        assertThat(byEnvironment).doesNotContainKey("log4j2.configurationFile");
    }

    private List<String> logged(Map<String, String> environment, String events, String message) throws Exception {
        Path output = directory.resolve("output");
        Process process =
                process(environment, events).redirectOutput(output.toFile()).start();
        process.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return List.of(Files.readString(output).split("\n"));
    }

    private static ProcessBuilder process(Map<String, String> environment, String events) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Logged.class.getName(),
                events));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LOG"));
        builder.environment().putAll(environment);
        return builder;
    }
}
