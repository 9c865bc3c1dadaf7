package org.metricgateway.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.metric.GeneratedJson;
import org.metricgateway.metric.Span;

final class AnswerScanTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"queries":[]}                                      | 0 | ``
            {"queries":[{}]}                                    | 1 | {}
            {"queries":[{"a":[1,[2]]},{"b":{"c":{}}}]}          | 2 | {"a":[1,[2]]} {"b":{"c":{}}}
            {"queries":[{"a":"]}\\"]}"},{"b":"\\\\"}]}          | 2 | {"a":"]}\\"]}"} {"b":"\\\\"}
            {"queries":[{"é":"漢😀"}]}                          | 1 | {"é":"漢😀"}
            {"queries":[{"a\\u0022":1}]}                        | 1 | {"a\\u0022":1}
            { "queries" : [ { } , {"a" : 1} ] }                 | 2 | { } {"a" : 1}
            {"x":1.5e3,"y":"\\"}","z":null,"queries":[{}],"t":[{"queries":[1]}],"u":true} | 1 | {}
            {"x":{"queries":[7]},"queries":[{}]}                | 1 | {}
            """)
    void finds(String answer, int expected, String elements) {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        String found = scan(bytes, expected).elements().stream()
                .map(span -> new String(bytes, span.from(), span.length(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(elements);
        assertThat(scanMany(bytes, expected)).isEqualTo(scan(bytes, expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                       | 0 | is empty
            ` `                                      | 0 | breaks off
            {"queries":[{}]                          | 1 | breaks off after 15 bytes
            {"queries":[{}                           | 1 | breaks off
            {"queries":[{"a":"                       | 1 | breaks off
            {"quer                                   | 1 | breaks off
            {                                        | 1 | breaks off
            {}                                       | 0 | has no "queries"
            {"errors":["x"]}                         | 1 | has no "queries"
            {"results":["x"]}                        | 1 | has no "queries"
            {"queries":[{}]}                         | 2 | has 1 "queries" where 2 were asked for
            {"queries":[]}                           | 1 | has 0 "queries" where 1 were asked for
            {"queries":[{},{}]}                      | 1 | has more "queries" than the 1 that were asked for
            {"queries":[{}]}]                        | 1 | unexpected ']' at byte 17
            {"queries":[{}]}{"queries":[{}]}         | 1 | unexpected '{'
            {"queries":[{}],"queries":[]}            | 1 | unexpected '['
            {"queries":[{}],"qu\\u0065ries":[]}      | 1 | has a key that KairosDB does not have
            {"queries":[{}]]                         | 1 | unexpected ']'
            {"queries":[{"a":[}]]}                   | 1 | do not match
            {"queries":[{"a":1]]}                    | 1 | do not match
            {"queries":[{},]}                        | 1 | has more
            {"queries":[{},]}                        | 2 | unexpected ']'
            {"queries":[,{}]}                        | 1 | unexpected ','
            {"queries":[{}{}]}                       | 2 | unexpected '{'
            {"queries":[7]}                          | 1 | unexpected '7'
            {"queries":[[]]}                         | 1 | unexpected '['
            {"queries":null}                         | 1 | unexpected 'n'
            {"queries":{}}                           | 1 | unexpected '{'
            {"queries" [{}]}                         | 1 | unexpected '['
            {queries:[{}]}                           | 1 | unexpected 'q'
            {"queries":[{}],}                        | 1 | unexpected '}'
            {"x":,"queries":[{}]}                    | 1 | unexpected ','
            {"x":],"queries":[{}]}                   | 1 | unexpected ']'
            [{"queries":[{}]}]                       | 1 | unexpected '['
            <html><body>502                          | 1 | unexpected '<'
            é                                        | 1 | unexpected byte 195 at byte 1
            """)
    void refuses(String answer, int expected, String reason) {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        for (ThrowingCallable scanning :
                List.<ThrowingCallable>of(() -> scan(bytes, expected), () -> scanMany(bytes, expected))) {
            assertThatThrownBy(scanning).isInstanceOf(NotAnAnswer.class).hasMessageContaining(reason);
        }
    }

    @Test
    void refusesEveryAnswerThatIsCutShort() {
        byte[] answer = Recorded.bytes("031-query-group-by-tag.response.json");
        scan(answer, 1);
        for (int length = 0; length < answer.length; length++) {
            AnswerScan scan = new AnswerScan(1);
            scan.process(answer, 0, length);
            assertThatThrownBy(scan::finish).isInstanceOf(NotAnAnswer.class);
        }
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        byte[] answer = ("{\"queries\":[{\"a\":" + "[".repeat(500)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> scan(answer, 1))
                .isInstanceOf(NotAnAnswer.class)
                .hasMessageContaining("deeper");
    }

    @Test
    void refusesAKeyWithoutEnd() {
        byte[] answer = ("{\"" + "a".repeat(500)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> scan(answer, 1)).isInstanceOf(NotAnAnswer.class);
    }

    @ParameterizedTest
    @CsvSource({
        "029-query-two-metrics, 2, false",
        "036-query-group-by-bin, 1, false",
        "050-query-unknown-between-known, 3, false",
        "055-query-string-values, 3, false",
        "056-query-unicode, 1, false",
        "102-tags-two-metrics, 2, false",
        "200-query-original, 1, true"
    })
    void readsWhatKairosDbAnswers(String sample, int expected, boolean originalQuery) {
        byte[] bytes = Recorded.bytes(sample + ".response.json");
        QueryAnswer answer = scan(bytes, expected);
        assertThat(scanMany(bytes, expected)).isEqualTo(answer);
        assertThat(answer.elements()).hasSize(expected);
        assertThat(answer.originalQuery()).isEqualTo(originalQuery);
    }

    /** However its bytes arrive, and wherever they are looked at eight at a time. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000})
    void findsTheSameInPieces(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            List<String> elements = GeneratedJson.elements(random, 1 + random.nextInt(5));
            byte[] answer = ("{\"queries\":[" + String.join(",", elements) + "]}").getBytes(StandardCharsets.UTF_8);
            AnswerScan scan = new AnswerScan(elements.size());
            List<String> found = new ArrayList<>();
            StringBuilder open = new StringBuilder();
            for (int from = 0, to; from < answer.length; from = to) {
                to = Math.min(answer.length, from + 1 + random.nextInt(40));
                ByteBuffer piece = ByteBuffer.wrap(answer, from, to - from);
                if (random.nextBoolean()) {
                    scan.process(piece);
                } else {
                    scan.processMany(piece);
                }
                for (ElementPart part : scan.parts()) {
                    // Characters of several bytes may be cut: one byte, one character.
                    Span bytes = part.bytes();
                    open.append(new String(answer, from + bytes.from(), bytes.length(), StandardCharsets.ISO_8859_1));
                    if (part.last()) {
                        found.add(open.toString());
                        open.setLength(0);
                    }
                }
            }
            scan.finish();
            assertThat(open).isEmpty();
            assertThat(found)
                    .isEqualTo(elements.stream()
                            .map(element ->
                                    new String(element.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                            .toList());
        }
    }

    /** Rows of numbers are skipped many at a time, but not what only looks like them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 20})
    void findsTheSameByteByByte(int strange) {
        Random random = new Random(strange);
        List<String> oddities = List.of(
                "]]", "[[", "]", "[", "]][[", "],,[", "}", "{", "{}", "\"],[\"", "\"\\\"", "[]", "\\", "é", " ");
        for (int run = 0; run < 300; run++) {
            StringBuilder text = new StringBuilder("{\"queries\":[{\"v\":[[[0]");
            int rows = 500 + random.nextInt(1_500);
            for (int i = 0; i < rows; i++) {
                text.append(",[")
                        .append(random.nextInt(1 << random.nextInt(31)))
                        .append(random.nextInt(9) == 0 ? "" : ",1.5");
                text.append(random.nextInt(rows) < strange ? oddities.get(random.nextInt(oddities.size())) : "")
                        .append(']');
            }
            byte[] answer = text.append("]]}]}").toString().getBytes(StandardCharsets.UTF_8);
            String oneByOne = outcome(answer, 7);
            for (int chunk : new int[] {19, 100, 4_000, 65_536}) {
                assertThat(outcome(answer, chunk)).isEqualTo(oneByOne);
            }
        }
    }

    private static String outcome(byte[] answer, int chunk) {
        AnswerScan scan = new AnswerScan(3);
        try {
            for (int from = 0; from < answer.length; from += chunk) {
                scan.process(ByteBuffer.wrap(answer, from, Math.min(chunk, answer.length - from)));
            }
            return scan.parts().toString();
        } catch (NotAnAnswer e) {
            return e.getMessage();
        }
    }

    private static QueryAnswer scan(byte[] answer, int expected) {
        AnswerScan few = new AnswerScan(expected);
        few.process(ByteBuffer.wrap(answer));
        return few.finish();
    }

    private static QueryAnswer scanMany(byte[] answer, int expected) {
        AnswerScan many = new AnswerScan(expected);
        many.processMany(ByteBuffer.wrap(answer));
        return many.finish();
    }
}
