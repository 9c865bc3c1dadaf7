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
        assertThat(WriteMerge.of(List.of(STORED, other), "stored")).isEqualTo(new WriteMerge(204, ""));
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
                        WriteOutcome.unknown("disk", new int[] {3}, 504, "did not answer in time"),
                        WriteOutcome.notSent("net", new int[] {6}, 503, "no backend can be asked")),
                "stored");
        assertThat(merge.status()).isEqualTo(504);
        assertThat(Errors.read(merge.body()))
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
        assertThat(Errors.read(
                        WriteMerge.of(List.of(STORED, refused), "deleted").body()))
                .containsExactly(error, "cpu: deleted", "x: refused, perhaps in part");
    }

    @Test
    void passesOnTheStartOfALongText() {
        assertThat(Errors.read("x".repeat(5_000))).containsExactly("x".repeat(1_000));
    }

    @Test
    void takesAnAnswerThatIsNeitherYesNorNoForNone() {
        WriteMerge merge = WriteMerge.of(List.of(WriteOutcome.answered("x", new int[] {0}, 302, "")), "stored");
        assertThat(merge).isEqualTo(new WriteMerge(502, "{\"errors\":[\"x: answered 302\",\"x: unknown\"]}"));
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
        assertThat(WriteMerge.of(outcomes, "stored").status()).isEqualTo(worst);
    }
}
