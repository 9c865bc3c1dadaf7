package org.metricgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.CamelCli;
import org.metricgateway.support.Http;
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** {@code camel run}, with the Camel and the Netty of the CLI, which are not those that the gateway was built with. */
class CamelRunIT {

    private static final int KILLED_BY_SIGTERM = 128 + 15;

    @TempDir
    Path dir;

    private final ScriptedBackend backend = ScriptedBackend.start();
    private CamelCli camel;

    @AfterEach
    void end() {
        if (camel != null) {
            camel.close();
        }
        backend.close();
    }

    @Test
    void answersThroughTheRoutesOfTheWorkingDirectory() throws IOException {
        backend.script().always(Reply.json(200, "{\"queries\":[{\"sample_size\":7,\"results\":[]}]}"));
        camel = CamelCli.run(dir, """
                gateway.group.cpu.urls = %1$s
                gateway.group.mem.urls = %1$s/mem
                gateway.rule.1 = ^cpu -> cpu
                gateway.default-group = mem
                """.formatted(backend.url()));
        Answer one = query("{\"name\":\"cpu\"}");
        assertThat(one.header("x-gateway-group")).contains("cpu");
        assertThat(one.text()).isEqualTo("{\"queries\":[{\"sample_size\":7,\"results\":[]}]}");
        Answer two = query("{\"name\":\"cpu\"},{\"name\":\"mem\"}");
        assertThat(two.header("x-gateway-group")).contains("cpu,mem");
        assertThat(two.text())
                .isEqualTo("{\"queries\":[{\"sample_size\":7,\"results\":[]},{\"sample_size\":7,\"results\":[]}]}");
        assertThat(camel.stop()).isEqualTo(KILLED_BY_SIGTERM);
        assertThat(camel.log()).doesNotContain("ERROR").contains("takes no connections any more");
    }

    private Answer query(String metrics) {
        return Http.post(
                camel.url() + "/api/v1/datapoints/query", "{\"start_absolute\":1,\"metrics\":[" + metrics + "]}");
    }
}
