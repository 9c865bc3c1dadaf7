package org.metricgateway.admin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.http.Forbidden;
import org.metricgateway.http.Unauthorized;
import org.metricgateway.support.Configured;

/** Who may change something. */
final class OperatorsTest {

    private static final String GROUP = "gateway.group.cpu.urls = http://a:1";

    private final Operators operators = new Operators(Configured.settings(GROUP, "gateway.admin.token = s3cret"));

    @ParameterizedTest
    @ValueSource(strings = {"Bearer s3cret", "bearer s3cret", "BEARER  s3cret"})
    void whoeverCarriesTheToken(String authorization) {
        assertThatCode(() -> operators.process(asking(authorization))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s3cret",
                "Bearer",
                "Bearer ",
                "Bearer s3cre",
                "Bearer s3cret2",
                "Bearer S3CRET",
                "Basic s3cret"
            })
    void nobodyElse(String authorization) {
        assertThatThrownBy(() -> operators.process(asking(authorization)))
                .isInstanceOf(Unauthorized.class)
                .hasMessageNotContaining("s3cre");
    }

    @Test
    void nobodyAtAllWithoutAToken() {
        assertThatThrownBy(() -> new Operators(Configured.settings(GROUP)).process(asking("Bearer x")))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("gateway.admin.token");
    }

    private static Exchange asking(String authorization) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        if (!authorization.isEmpty()) {
            exchange.getMessage().setHeader("Authorization", authorization);
        }
        return exchange;
    }
}
