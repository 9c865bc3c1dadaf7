package org.metricgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.Host;
import org.metricgateway.support.Http;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** The gateway's routes in an application that has routes, breakers, settings and a log of its own: both work as ever. */
class LibraryIT {

    private static final String QUERY = "{\"start_absolute\":1,\"metrics\":[{\"name\":\"cpu\"}]}";

    @TempDir
    Path dir;

    private final ScriptedBackend database = ScriptedBackend.start();
    private final ScriptedBackend found = ScriptedBackend.start();
    private final ScriptedBackend hosts = ScriptedBackend.start();
    private Host host;

    @BeforeEach
    void start() throws IOException {
        // It is not ready before it has found this one.
        Files.writeString(dir.resolve("backends.txt"), found.url());
        host = Host.start(dir, """
                host.backend = %s
                gateway.group.cpu.urls = %s
                gateway.group.mem.urls = file:backends.txt
                gateway.rule.1 = ^c\\w+ -> cpu
                gateway.rule.2 = ^mem -> mem
                gateway.shutdown.grace = 10m
                """.formatted(hosts.url(), database.url()));
    }

    @AfterEach
    void end() {
        if (host != null) {
            host.close();
        }
        hosts.close();
        database.close();
        found.close();
    }

    @Test
    void answersAsTheGatewayAlone() {
        database.script().always(Reply.json(200, "{\"queries\":[]}"));
        Answer answer = Http.post(host.gatewayUrl() + "/api/v1/datapoints/query", QUERY);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"queries\":[]}");
        assertThat(answer.header("x-gateway-group")).contains("cpu");
    }

    @Test
    void asksWhomItHasFound() {
        Answer answer = Http.post(host.gatewayUrl() + "/api/v1/datapoints/query", QUERY.replace("cpu", "mem"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(found.requests()).hasSize(1);
    }

    @Test
    void leavesTheHostsBreakerItsThresholdsAndItsFallback() {
        hosts.script().always(Reply.json(500, "{}"));
        for (int asked = 0; asked < 5; asked++) {
            Answer answer = Http.get(host.url() + "/fragile");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("this is the host");
        }
        // Open after two, as its own properties say.
        assertThat(hosts.requests()).hasSize(2);
    }

    @Test
    void leavesTheHostsLogAlone() {
        assertThat(host.log().lines()).isNotEmpty().allSatisfy(line -> assertThat(line)
                .startsWith("the host logs: "));
        assertThat(host.log()).contains("(host)");
    }

    @Test
    void drainsBeforeTheHostStops() throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        database.script().always(Reply.once(told).then(Reply.json(200, "{\"late\":true}")));
        String head = "POST /api/v1/datapoints/query HTTP/1.1\r\nHost: gateway\r\nContent-Length: " + QUERY.length();
        try (RawClient client = RawClient.connect(host.gatewayUrl()).send(head + "\r\n\r\n" + QUERY)) {
            database.awaitRequests(1);
            CompletableFuture<Integer> status = CompletableFuture.supplyAsync(host::stop);
            told.countDown();
            Answer answer = client.answer();
            assertThat(answer.text()).isEqualTo("{\"late\":true}");
            assertThat(status.join()).isEqualTo(128 + 15);
        }
    }
}
