package org.metricgateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metricgateway.support.Answer;

/**
 * What two gave for the same request.
 *
 * @param expected of the one KairosDB that holds all
 * @param actual of the gateway
 */
record Pair(Answer expected, Answer actual) {

    /** Of the time, of one connection, or the gateway's own. */
    private static final String OTHERWISE = "date|content-length|transfer-encoding|connection|via|request-id|x-.*";

    /** Status, headers and every byte: the order of fields and the digits of numbers too. */
    void assertSame() {
        assertSameStatus();
        assertThat(endToEnd(actual)).isEqualTo(endToEnd(expected));
        assertThat(actual.text()).isEqualTo(expected.text());
    }

    private static Map<String, List<String>> endToEnd(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers());
        headers.keySet().removeIf(name -> name.matches(OTHERWISE));
        return headers;
    }

    /** Status and words; the gateway may add the request's id to what one share of several was refused with. */
    void assertSameRefusal() {
        assertSameStatus();
        assertThat(actual.text().replaceFirst(",\"request_id\":\"[^\"]*\"", "")).isEqualTo(expected.text());
    }

    void assertSameStatus() {
        assertThat(actual.status()).as("%s, not %s", actual, expected).isEqualTo(expected.status());
    }
}
