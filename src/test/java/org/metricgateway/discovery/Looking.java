package org.metricgateway.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.NameServer;

/**
 * A gateway that looks its backends up ten times a second.
 *
 * @param gateway whose group {@code cpu} owns all
 * @param names that it asks
 */
record Looking(GatewayProcess gateway, NameServer names) implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String QUERY = "{\"start_absolute\":1,\"metrics\":[{\"name\":\"cpu.user\"}]}";

    /** @param urls of the group */
    static Looking at(Path dir, NameServer names, String urls, String... lines) {
        String properties = """
                gateway.group.cpu.urls = %s
                gateway.default-group = cpu
                gateway.discovery.interval = 100ms
                gateway.discovery.nameservers = %s
                """.formatted(urls, names.address());
        String all = properties + String.join("\n", lines) + "\n";
        return new Looking(GatewayProcess.startUnready(dir, all, GatewayProcess.PARANOID), names);
    }

    Answer ask() {
        return Http.post(gateway.url() + "/api/v1/datapoints/query", QUERY);
    }

    List<String> members() {
        try {
            JsonNode page = new ObjectMapper()
                    .readTree(Http.get(gateway.adminUrl() + "/admin/backends").text());
            return StreamSupport.stream(page.spliterator(), false)
                    .map(backend -> backend.path("address").asText())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitMembers(String... names) {
        List<String> wanted = List.copyOf(new TreeSet<>(List.of(names)));
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(members())
                .isEqualTo(wanted));
    }

    /** Until somebody can be asked. */
    void awaitReady() {
        Awaitility.await().atMost(PATIENCE).until(() -> Http.answers(gateway.adminUrl() + "/readyz", 200));
    }

    /** Until the name server was asked this many times more. */
    void awaitQuestions(int more) {
        int wanted = names.questions() + more;
        Awaitility.await().atMost(PATIENCE).until(() -> names.questions() >= wanted);
    }

    void awaitLogged(String text) {
        Awaitility.await().atMost(PATIENCE).until(() -> gateway.log().contains(text));
    }

    long logged(String text) {
        return gateway.log().lines().filter(line -> line.contains(text)).count();
    }

    @Override
    public void close() {
        try (gateway) {
            gateway.assertNoLeak();
        }
    }
}
