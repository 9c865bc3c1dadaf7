package org.metricgateway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricgateway.config.Dialect;

final class SignsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            503 | {"status":"warn","message":"node is Draining, not accepting writes"} | DRAINING
            503 | {"status":"warn","message":"wait"}            | DRAINING
            503 | node is Syncing                               | DRAINING
            503 | node is Joining                               | DRAINING
            503 | node is Leaving                               | DRAINING
            503 | draining                                      | DRAINING
            500 | node is Draining                              | NONE
            200 | {"status":"warn"}                             | NONE
            503 | {"status":"fail","message":"bad request"}     | FAILING
            503 | {"error":"wal backpressure"}                  | FAILING
            503 | ``                                            | FAILING
            502 | Draining                                      | FAILING
            504 | ``                                            | FAILING
            500 | {"errors":["query failed"]}                   | NONE
            501 | ``                                            | NONE
            505 | ``                                            | NONE
            429 | {"status":"warn"}                             | NONE
            """)
    void ofEveryDialect(int status, String body, Sign sign) {
        for (Dialect dialect : Dialect.values()) {
            assertThat(of(dialect, status, body)).as(dialect.word()).isEqualTo(sign);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            500 | {"error":"write failed"}                                                     | DYING
            500 | {"error":"write failed: engine is closed"}                                   | DYING
            500 | {"error":"engine is closed"}                                                 | DYING
            500 | {"error":"timeout"}                                                          | NONE
            200 | {"results":[{"statement_id":0,"error":"query engine shutdown"}]}             | DYING
            200 | {"results":[{"statement_id":0,"error": "query engine shutdown"}]}            | DYING
            200 | {"results":[{"statement_id":0,"error":"engine is closed"}]}                  | DYING
            200 | \u0082\u00a5error\u00b5query engine shutdown                                 | DYING
            200 | {"results":[{"statement_id":0,"error":"database not found: x"}]}             | NONE
            200 | {"results":[{"values":[["said \\"error\\":\\"query engine shutdown\\""]]}]}  | NONE
            200 | {"results":[{"statement_id":0,"error":"not executed"}]}                      | FAILING
            200 | \u0082\u00a5error\u00acnot executed                                          | FAILING
            400 | {"error":"partial write: engine is closed"}                                  | NONE
            500 | {"errors":["Database is already closed"]}                                    | NONE
            """)
    void ofInfluxdb(int status, String body, Sign sign) {
        assertThat(of(Dialect.INFLUXDB, status, body)).isEqualTo(sign);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            500 | {"errors":["Database is already closed (to disable automatic closing at VM shutdown, ...)"]} | DYING
            400 | {"errors":["Database is already closed"]}                                                    | NONE
            200 | {"queries":[{"results":[{"name":"Database is already closed"}]}]}                            | NONE
            500 | {"error":"write failed"}                                                                     | NONE
            200 | {"error":"query engine shutdown"}                                                            | NONE
            """)
    void ofKairosdb(int status, String body, Sign sign) {
        assertThat(of(Dialect.KAIROSDB, status, body)).isEqualTo(sign);
    }

    @ParameterizedTest
    @CsvSource({"503", "307", "500", "404"})
    void aRedirectHeaderDrainsWhateverTheStatus(int status) {
        assertThat(Signs.of(Dialect.INFLUXDB, status, true, text -> false)).isEqualTo(Sign.DRAINING);
    }

    private static Sign of(Dialect dialect, int status, String body) {
        return Signs.of(dialect, status, false, body::contains);
    }
}
