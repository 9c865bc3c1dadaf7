package org.metricgateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** The gateway in the place of a hyperbytedb-proxy, told by that one's environment names and nothing else. */
final class HyperbytedbProxyIT {

    @Test
    void itsNamesAreEnough(@TempDir Path dir) throws IOException {
        try (ScriptedBackend backend = ScriptedBackend.start()) {
            Map<String, String> environment = Map.of(
                    "HYPERBYTEDB_PROXY_LISTEN", "127.0.0.1:{port}",
                    "HYPERBYTEDB_PROXY_ADMIN_LISTEN", "127.0.0.1:{admin}",
                    "HYPERBYTEDB_PROXY_BACKEND_SERVICE", "localhost",
                    "HYPERBYTEDB_PROXY_BACKEND_PORT", "" + backend.port(),
                    "HYPERBYTEDB_PROXY_HEALTH_PATH", "/health/ready");
            try (GatewayProcess gateway = GatewayProcess.startFileless(dir, environment)) {
                assertServes(gateway, backend);
            }
        }
    }

    private static void assertServes(GatewayProcess gateway, ScriptedBackend backend) throws IOException {
        backend.script().next(Reply.noContent());
        String target = "/write?db=x&u=me&p=mine";
        assertThat(Http.post(gateway.url() + target, "cpu,host=a usage=1 1600000000000000000\n")
                        .status())
                .isEqualTo(204);
        assertThat(backend.requests()).hasSize(1);
        assertThat(backend.requests().get(0).target()).isEqualTo(target);
        assertThat(backend.probes().get(0).target()).isEqualTo("/health/ready");
        JsonNode pool = new ObjectMapper()
                .readTree(Http.get(gateway.adminUrl() + "/admin/pool").body());
        assertThat(pool).hasSize(1);
        assertThat(pool.get(0).path("port").asInt()).isEqualTo(backend.port());
        assertThat(pool.get(0).path("health").asText()).isEqualTo("active");
        assertThat(gateway.log()).contains("hyperbytedb (dns:localhost:" + backend.port() + ")");
        assertThat(gateway.log()).doesNotContain("mine");
    }
}
