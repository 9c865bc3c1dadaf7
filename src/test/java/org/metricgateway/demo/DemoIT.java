package org.metricgateway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.Http;
import org.metricgateway.support.Ports;

/** What the demonstration prints can be tried, and it leaves nothing running. */
class DemoIT {

    private static final Pattern CURL = Pattern.compile("curl -s '?(http\\S+?)'?(?: -d '(.*)')?\n");

    @TempDir
    Path dir;

    private final int port = Ports.free();
    private final int adminPort = Ports.free();
    private Process demo;

    @BeforeEach
    void start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("-Ddemo.port=" + port, "-Ddemo.admin.port=" + adminPort));
        // Made by a process more that comes and goes.
        command.add("-Ddemo.cache=false");
        Optional.ofNullable(System.getProperty("gateway.jar")).ifPresent(jar -> command.add("-Dgateway.jar=" + jar));
        command.add(Demo.class.getName());
        demo = new ProcessBuilder(command)
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("log").toFile())
                .start();
        Awaitility.await("the demonstration").atMost(Duration.ofSeconds(60)).until(this::saysAllOrEnds);
        assertThat(demo.isAlive()).as(log()).isTrue();
    }

    @AfterEach
    void stop() {
        demo.descendants().forEach(ProcessHandle::destroyForcibly);
        demo.destroyForcibly();
    }

    @Test
    void canBeTriedAndLeavesNothing() throws Exception {
        List<MatchResult> lines = CURL.matcher(log()).results().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines).map(DemoIT::run).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.text()).contains("cpu");
        });
        List<ProcessHandle> children = demo.descendants().toList();
        assertThat(children).hasSize(3);

        demo.destroy();
        assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    private boolean saysAllOrEnds() throws IOException {
        return !demo.isAlive() || log().contains("Ctrl-C stops everything.");
    }

    private String log() throws IOException {
        return Files.readString(dir.resolve("log"));
    }

    private static Answer run(MatchResult curl) {
        return curl.group(2) == null ? Http.get(curl.group(1)) : Http.post(curl.group(1), curl.group(2));
    }
}
