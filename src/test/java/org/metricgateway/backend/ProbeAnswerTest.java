package org.metricgateway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricgateway.config.GroupSettings.Probing;
import org.metricgateway.support.Configured;

/** What the answer to a probe means. */
final class ProbeAnswerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
            200 | ``                                                          | PASSED
            204 | ``                                                          | PASSED
            299 | anything                                                    | PASSED
            401 | {"error":"authorization failed"}                            | PASSED
            200 | {"name":"influxdb","status":"pass"}                         | PASSED
            200 | # HELP cluster_Draining Nodes that drain                    | PASSED
            301 | ``                                                          | FAILED
            400 | ``                                                          | FAILED
            403 | ``                                                          | FAILED
            404 | ``                                                          | FAILED
            429 | ``                                                          | FAILED
            429 | node is Draining                                            | FAILED
            500 | ``                                                          | FAILED
            503 | upstream connect error                                      | FAILED
            503 | {"status":"fail","message":"disk is read-only"}             | FAILED
            200 | {"status" : "fail"}                                         | FAILED
            503 | ``                                                          | DRAINING
            503 | ` `                                                         | DRAINING
            503 | {"status":"warn","message":"node is Draining"}              | DRAINING
            200 | {"status": "warn"}                                          | DRAINING
            503 | node is Syncing                                             | DRAINING
            503 | node is Joining                                             | DRAINING
            503 | node is Leaving                                             | DRAINING
            503 | draining                                                    | DRAINING
            """)
    void byDefault(int status, String body, Finding.Outcome outcome) {
        assertThat(judged(status, false, false, body)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "503, false, true, busy, DRAINING",
        "429, false, true, '', FAILED",
        "500, false, true, '', FAILED",
        "307, true, false, '', DRAINING",
        "200, true, false, '', DRAINING",
        "429, true, false, '', FAILED"
    })
    void byItsHead(int status, boolean redirects, boolean retryAfter, String body, Finding.Outcome outcome) {
        assertThat(judged(status, redirects, retryAfter, body)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "204, all is well, FAILED",
        "200, all is well, PASSED",
        "503, all is well, PASSED",
        "200, all is bad, FAILED",
        "401, all is well, FAILED"
    })
    void asConfigured(int status, String body, Finding.Outcome outcome) {
        assertThat(judged(status, false, false, body, "health.status = 200, 503", "health.body = is well"))
                .isEqualTo(outcome);
    }

    private static Finding.Outcome judged(
            int status, boolean redirects, boolean retryAfter, String body, String... lines) {
        Probing wanted = Configured.group("http://a:1", lines).health();
        return new ProbeAnswer(status, redirects, retryAfter, body)
                .judgedBy(wanted)
                .outcome();
    }
}
