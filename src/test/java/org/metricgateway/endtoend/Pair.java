package org.metricgateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.metricgateway.support.Answer;

/**
 * What two gave for the same request.
 *
 * @param expected of the one KairosDB that holds all
 * @param actual of the gateway
 */
record Pair(Answer expected, Answer actual) {

    /** Status, content type and every byte: the order of fields and the digits of numbers too. */
    void assertSame() {
        assertSameStatus();
        assertThat(actual.header("Content-Type"))
                .as("%s, not %s", actual, expected)
                .isEqualTo(expected.header("Content-Type"));
        assertThat(actual.text()).isEqualTo(expected.text());
    }

    /** Status and words; the gateway may add the request's id to an error that it had to take from one share of several. */
    void assertSameRefusal() {
        assertSameStatus();
        assertThat(actual.text().replaceFirst(",\"request_id\":\"[^\"]*\"", "")).isEqualTo(expected.text());
    }

    void assertSameStatus() {
        assertThat(actual.status()).as("%s, not %s", actual, expected).isEqualTo(expected.status());
    }
}
