package org.metricgateway.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WriteMergeTest {

    private static final WriteOutcome STORED = WriteOutcome.answered("cpu", new int[] {0, 2}, 204, "");

    @Test
    void isEmptyWhenEveryOwnerTookItsShare() {
        WriteOutcome other = WriteOutcome.answered("mem", new int[] {1}, 200, "");
        assertThat(WriteMerge.of(List.of(STORED, other), "stored", WorstStatus.FIRST_MISTAKE))
                .isEqualTo(new WriteMerge(204, List.of()));
    }

    @Test
    void saysWhatBecameOfEachShare() {
        WriteMerge merge = WriteMerge.of(
                List.of(
                        STORED,
                        WriteOutcome.answered(
                                "mem",
                                new int[] {1, 4, 5},
                                400,
                                Recorded.text("021-write-several-errors.response.json")),
                        WriteOutcome.unknown("disk", 504, "did not answer in time"),
                        WriteOutcome.notSent("net", 503, "no backend can be asked")),
                "stored",
                WorstStatus.FIRST_MISTAKE);
        assertThat(merge.status()).isEqualTo(504);
        assertThat(merge.errors())
                .containsExactly(
                        "mem: metric[1].name may not be empty.",
                        "mem: metric[1].tags count must be greater than or equal to 1.",
                        "mem: metric[5](name=y).tag[host].value may not be empty.",
                        "disk: did not answer in time",
                        "net: no backend can be asked",
                        "cpu: stored",
                        "mem: refused, perhaps in part",
                        "disk: unknown",
                        "net: not sent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Forbidden            | x: Forbidden
            ` <html> "no"\n`     | x: <html> "no"
            {"error":"no"}       | x: {"error":"no"}
            {"errors":["a",[]]}  | x: {"errors":["a",[]]}
            {"errors":["a"       | x: {"errors":["a"
            {"errors":[null]}    | x: null
            {"errors":[]}        | x: no reason given
            ``                   | x: no reason given
            """)
    void passesOnWhateverAnOwnerSays(String body, String error) {
        WriteOutcome refused = WriteOutcome.answered("x", new int[] {1}, 500, body);
        assertThat(WriteMerge.of(List.of(STORED, refused), "deleted", WorstStatus.FIRST_MISTAKE)
                        .errors())
                .containsExactly(error, "cpu: deleted", "x: refused, perhaps in part");
    }

    @Test
    void passesOnTheStartOfALongText() {
        assertThat(Errors.read("x".repeat(5_000))).containsExactly("x".repeat(1_000));
    }

    @Test
    void takesAnAnswerThatIsNeitherYesNorNoForNone() {
        WriteMerge merge = WriteMerge.of(
                List.of(WriteOutcome.answered("x", new int[] {0}, 302, "")), "stored", WorstStatus.FIRST_MISTAKE);
        assertThat(merge).isEqualTo(new WriteMerge(502, List.of("x: answered 302", "x: unknown")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 500 503 502 504 | 504
            400 500 503 502     | 502
            400 500 503         | 503
            400 507 500         | 500
            400 507             | 507
            429 400             | 429
            400 429             | 400
            """)
    void theWorstStatusWins(String statuses, int worst) {
        List<WriteOutcome> outcomes = Stream.concat(
                        Stream.of(STORED),
                        Arrays.stream(statuses.split(" "))
                                .map(status -> WriteOutcome.answered("x", new int[] {0}, Integer.parseInt(status), "")))
                .toList();
        assertThat(WriteMerge.of(outcomes, "stored", WorstStatus.FIRST_MISTAKE).status())
                .isEqualTo(worst);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            400 404         | 404
            404 400         | 404
            401 400         | 401
            400 404 429     | 429
            404 500         | 500
            400 503 404     | 503
            400 507 404     | 507
            """)
    void theWorstOfInfluxDbIsWhatItsClientsRepeatOrCure(String statuses, int worst) {
        List<WriteOutcome> outcomes = Arrays.stream(statuses.split(" "))
                .map(status -> WriteOutcome.answered("x", Integer.parseInt(status), List.of("no")))
                .toList();
        assertThat(WriteMerge.of(outcomes, "stored", WorstStatus.CURABLE_MISTAKE)
                        .status())
                .isEqualTo(worst);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"error":"partial write: metric[0] dropped=1"}` `| partial write: metric[0] dropped=1
            {"error":["a"]}                                  | {"error":["a"]}
            {"errors":["a"]}                                 | {"errors":["a"]}
            Method Not Allowed                               | Method Not Allowed
            {"error":"a                                      | {"error":"a
            """)
    void readsWhatInfluxDbSays(String body, String error) {
        assertThat(Errors.readInfluxdb(body)).containsExactly(error);
    }
}
