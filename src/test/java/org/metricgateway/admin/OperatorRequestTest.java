package org.metricgateway.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricgateway.http.NoSuchMethod;
import org.metricgateway.http.NoSuchPath;

final class OperatorRequestTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /health, alive",
        "GET, /healthz, alive",
        "HEAD, /readyz, ready",
        "GET, /metrics, meters",
        "GET, /admin/backends, backends",
        "GET, /admin/pool, pool",
        "POST, /admin/backends/cpu/a:1/exclude, exclusion",
        "POST, /admin/backends/cpu/a:1/base/include, exclusion",
        "POST, /admin/backends/10.0.0.1/exclude, exclusion",
        "GET, /admin/explain, explain",
        "POST, /admin/explain, explain",
    })
    void aPathIsAPage(String method, String path, String page) {
        OperatorRequest request = OperatorRequest.of(path, method);
        assertThat(request.word()).isEqualTo(page);
        assertThat(OperatorRequest.named(page)).isSameAs(request);
    }

    @ParameterizedTest
    @CsvSource({
        "/admin/backends/a/b",
        "/admin/backends/exclude",
        "/",
        "/status",
        "/metrics/",
        "/admin",
        "/admin/reload",
        "/HEALTH"
    })
    void noPathIsMadeUp(String path) {
        assertThatThrownBy(() -> OperatorRequest.of(path, "GET")).isInstanceOf(NoSuchPath.class);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /metrics, 'GET, HEAD'",
        "DELETE, /admin/explain, 'GET, HEAD, POST'",
        "OPTIONS, /health, 'GET, HEAD'",
        "GET, /admin/backends/10.0.0.1/exclude, POST"
    })
    void aMethodThatAPathHasNotIsToldWhichItHas(String method, String path, String allowed) {
        assertThatThrownBy(() -> OperatorRequest.of(path, method))
                .isInstanceOfSatisfying(
                        NoSuchMethod.class, e -> assertThat(e.allowed()).isEqualTo(allowed));
    }
}
