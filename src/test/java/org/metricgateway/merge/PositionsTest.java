package org.metricgateway.merge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PositionsTest {

    private static final int[] POSITIONS = {3, 5, 12};

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            query.metric[0].name may not be empty               | query.metric[3].name may not be empty
            query.metric[2].aggregators[0].nosuch invalid name  | query.metric[12].aggregators[0].nosuch invalid name
            metric[1](name=x).tags count must be                | metric[5](name=x).tags count must be
            metric[1](name=metric[0]).value may not be null.    | metric[5](name=metric[0]).value may not be null.
            metric[0](name=a"metric[0]).value                   | metric[3](name=a"metric[0]).value
            metric[3].name                                      | metric[3].name
            metric[99999999999].name                            | metric[99999999999].name
            query.metric[] must have a size of at least 1       | query.metric[] must have a size of at least 1
            Unregistered data point type 'metric[0]'            | Unregistered data point type 'metric[0]'
            ``                                                  | ``
            """)
    void areTheClientsInAnError(String error, String rewritten) {
        assertThat(Positions.rewrite(error, POSITIONS)).isEqualTo(rewritten);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"errors":["query.metric[0].name"]}              | {"errors":["query.metric[3].name"]}
            {"errors":["metric[0].name","metric[1].value"]}  | {"errors":["metric[3].name","metric[5].value"]}
            {"errors":["metric[1](name=\\"metric[0]).x"]}    | {"errors":["metric[5](name=\\"metric[0]).x"]}
            ` {"errors": [ "metric[2]" ] }`                  | ` {"errors": [ "metric[12]" ] }`
            {"errors":["x metric[0]"]}                       | {"errors":["x metric[0]"]}
            """)
    void areTheClientsInABody(String body, String rewritten) {
        assertThat(Positions.rewrite(body, POSITIONS)).isEqualTo(rewritten);
    }

    @Test
    void areTheClientsInWhatKairosDbAnswered() {
        assertThat(Positions.rewrite(Recorded.text("021-write-several-errors.response.json"), POSITIONS))
                .isEqualTo("{\"errors\":[\"metric[3].name may not be empty.\","
                        + "\"metric[3].tags count must be greater than or equal to 1.\","
                        + "\"metric[12](name=y).tag[host].value may not be empty.\"]}");
        assertThat(Positions.rewrite(Recorded.text("096-query-bad-group-by.response.json"), POSITIONS))
                .isEqualTo("{\"errors\":[\"query.metric[3].group_by[0].nosuch invalid group_by name\"]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"errors":["query.metric[1].name"]}              | 5
            query.metric[2].name                             | 12
            query.metric[7].name                             | 3
            {"errors":["query.Mars is not a time zone"]}     | 3
            ``                                               | 3
            """)
    void tellWhichRefusalIsTheFirst(String refusal, int first) {
        assertThat(Positions.first(refusal, POSITIONS)).isEqualTo(first);
    }
}
