package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;
import org.metricgateway.support.Request;

/** What HTTP lets a client say in more than one way. */
class HttpFormsIT {

    @TempDir
    static Path dir;

    private static Rig rig;

    private int before;

    @BeforeAll
    static void start() {
        rig = Rig.start(dir);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void count() {
        before = rig.cpu().requests().size();
    }

    private Request heard() {
        return rig.cpu().awaitRequests(before + 1).get(before);
    }

    @Test
    void saysContinueOnceTheHeadIsFine() throws IOException {
        try (RawClient client = rig.client()) {
            String request = Rig.query("Expect: 100-continue");
            int body = request.length() - Rig.CPU_QUERY.length();
            assertThat(client.send(request.substring(0, body)).answer().status())
                    .isEqualTo(100);
            assertThat(client.send(request.substring(body)).answer().status()).isEqualTo(200);
            assertThat(heard().header("Expect")).isEmpty();
        }
    }

    @Test
    void optionsGoesToTheHomeGroup() throws IOException {
        rig.cpu()
                .script()
                .next(Reply.bytes("HTTP/1.1 200 OK\r\nAccess-Control-Max-Age: 1\r\nContent-Length: 0\r\n\r\n"));
        try (RawClient client = rig.client()) {
            Answer answer = client.send(Rig.message("OPTIONS", Rig.QUERY, "", "Origin: http://x"))
                    .answer();
            assertThat(answer.all("Access-Control-Max-Age")).containsExactly("1");
            assertThat(heard().method()).isEqualTo("OPTIONS");
            assertThat(client.send(Rig.get(Rig.VERSION)).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void takesAbsoluteForm() throws IOException {
        Answer answer =
                rig.ask("GET http://gateway.test:80" + Rig.VERSION + "?a=b HTTP/1.1\r\nHost: gateway.test\r\n\r\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(heard().target()).isEqualTo(Rig.VERSION + "?a=b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?query={\"metrics\":[{\"name\":\"cpu.a\"}]}&x=a|b\\^`<>",
                "?query=%7B%22metrics%22%3A%5B%7B%22name%22%3A%22cpu.%C3%A9%22%7D%5D%7D",
                "?query={%22metrics%22:[{%22name%22:%22cpu.a%22}]}&+%2B%2f=%zz&&#"
            })
    void leavesTheUriAsItIs(String query) throws IOException {
        assertThat(rig.ask(Rig.get(Rig.QUERY + query)).status()).isEqualTo(200);
        assertThat(heard().target()).isEqualTo(Rig.QUERY + query);
    }

    /** A client that sends UTF-8 where only ASCII is allowed means what it says. */
    @Test
    void escapesBytesThatAUriCannotHave() throws IOException {
        byte[] request = Rig.get(Rig.QUERY + "?query={\"metrics\":[{\"name\":\"cpu.\u00e9\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        try (RawClient client = rig.client()) {
            assertThat(client.send(request).answer().status()).isEqualTo(200);
        }
        assertThat(heard().target()).isEqualTo(Rig.QUERY + "?query={\"metrics\":[{\"name\":\"cpu.%C3%A9\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "application/json;odata=x; Charset=utf8",
                "text/plain",
                "application/x-www-form-urlencoded"
            })
    void readsJsonWhateverItIsCalled(String type) throws IOException {
        assertThat(rig.ask(Rig.query("Content-Type: " + type)).status()).isEqualTo(200);
        assertThat(heard().header("Content-Type")).contains(type);
        assertThat(heard().text()).isEqualTo(Rig.CPU_QUERY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json; charset=utf-16",
                "Content-Type: application/json;charset=ISO-8859-1",
                "Content-Encoding: br",
                "Content-Encoding: gzip, gzip"
            })
    void refusesCodingsItCannotRead(String header) throws IOException {
        Answer answer = rig.ask(Rig.query(header));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text()).startsWith("{\"errors\":[\"");
    }
}
