package org.metricgateway.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.metricgateway.support.Answer;

/**
 * What two gave for the same request.
 *
 * @param expected of the one KairosDB that holds all
 * @param actual of the gateway
 */
record Pair(Answer expected, Answer actual) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Status, content type and every byte. */
    void assertSame() {
        assertSameKind();
        assertThat(actual.text()).isEqualTo(expected.text());
    }

    /** Status, content type, and JSON that differs at most in the order of fields and the space between them. */
    void assertSameJson() {
        assertSameKind();
        assertThat(tree(actual)).isEqualTo(tree(expected));
    }

    void assertSameStatus() {
        assertThat(actual.status()).as("%s, not %s", actual, expected).isEqualTo(expected.status());
    }

    private void assertSameKind() {
        assertSameStatus();
        assertThat(actual.header("Content-Type")).isEqualTo(expected.header("Content-Type"));
    }

    private static JsonNode tree(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + answer, e);
        }
    }
}
