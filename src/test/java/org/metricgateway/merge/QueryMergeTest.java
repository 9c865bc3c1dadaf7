package org.metricgateway.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.metric.GeneratedJson;
import org.metricgateway.metric.Span;

final class QueryMergeTest {

    private static final String QUERY = "{\"metrics\":[]}";

    @Test
    void putsEachElementWhereItsMetricStands() {
        assertThat(merge(
                        List.of("a", "b", "c"),
                        List.of(answer("{\"n\":0}", "{\"n\":2}"), answer("{\"n\":1}")),
                        0,
                        1,
                        0))
                .isEqualTo("{\"queries\":[{\"n\":0},{\"n\":1},{\"n\":2}]}");
    }

    @Test
    void repeatsTheWholeQueryIfAnOwnerRepeatsItsShare() {
        String repeating = "{\"original_query\":{\"metrics\":[]},\"queries\":[{\"n\":1}]}";
        assertThat(merge(List.of("a", "b"), List.of(answer("{\"n\":0}"), repeating), 0, 1))
                .isEqualTo("{\"original_query\":" + QUERY + ",\"queries\":[{\"n\":0},{\"n\":1}]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            QUERY | 049-query-unknown-metric | {"queries":[{"sample_size":0,"results":[{"name":"nosuch","tags":{},"values":[]}]}]}
            TAGS  | 104-tags-unknown-metric  | {"queries":[{"results":[{"name":"nosuch","tags":{},"values":[]}]}]}
            """)
    void answersForAMissingShareAsKairosDbDoesWhenItFindsNothing(EmptyElement empty, String sample, String answer) {
        QueryMerge merge = new QueryMerge(List.of("nosuch"), empty);
        merge.missing(new int[] {0});
        assertThat(text(merge, List.of())).isEqualTo(answer).isEqualTo(Recorded.text(sample + ".response.json"));
    }

    @Test
    void mixesMissingSharesWithAnswers() {
        QueryMerge merge = new QueryMerge(List.of("a", "b\"<", "c"), EmptyElement.TAGS);
        merge.missing(new int[] {1});
        String answer = answer("{\"n\":0}", "{\"n\":2}");
        merge.add(0, new int[] {0, 2}, scan(answer, 2));
        assertThat(text(merge, List.of(answer)))
                .isEqualTo("{\"queries\":[{\"n\":0},"
                        + "{\"results\":[{\"name\":\"b\\\"<\",\"tags\":{},\"values\":[]}]},{\"n\":2}]}");
    }

    @Test
    void mergesNothing() {
        assertThat(text(new QueryMerge(List.of(), EmptyElement.QUERY), List.of()))
                .isEqualTo("{\"queries\":[]}");
    }

    @Test
    void missesAForgottenShare() {
        QueryMerge merge = new QueryMerge(List.of("a", "b"), EmptyElement.QUERY);
        merge.missing(new int[] {0});
        assertThatThrownBy(merge::pieces).isInstanceOf(IllegalStateException.class);
    }

    /** Two owners, each asked for its half of what one KairosDB was asked: the same bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"029-query-two-metrics", "050-query-unknown-between-known", "102-tags-two-metrics"})
    void isWhatOneKairosDbAnswered(String sample) {
        String whole = Recorded.text(sample + ".response.json");
        int count = sample.startsWith("050") ? 3 : 2;
        List<Span> elements = scan(whole, count).elements();
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        List<String> answers = elements.stream()
                .map(span -> answer(new String(bytes, span.from(), span.length(), StandardCharsets.UTF_8)))
                .toList();
        int[] owners = IntStream.range(0, count).toArray();
        assertThat(merge(Collections.nCopies(count, "x"), answers, owners)).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000})
    void reproducesEveryElementByteForByte(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 50; run++) {
            List<String> elements = GeneratedJson.elements(random, 1 + random.nextInt(30));
            int[] owners = random.ints(elements.size(), 0, 3).toArray();
            List<String> answers = new ArrayList<>();
            for (int owner = 0; owner < 3; owner++) {
                int each = owner;
                answers.add(answer(IntStream.range(0, owners.length)
                        .filter(i -> owners[i] == each)
                        .mapToObj(elements::get)
                        .toArray(String[]::new)));
            }
            assertThat(merge(Collections.nCopies(owners.length, "x"), answers, owners))
                    .isEqualTo("{\"queries\":[" + String.join(",", elements) + "]}");
        }
    }

    private static String merge(List<String> names, List<String> answers, int... owners) {
        QueryMerge merge = new QueryMerge(names, EmptyElement.QUERY);
        for (int share = 0; share < answers.size(); share++) {
            int each = share;
            int[] positions = IntStream.range(0, owners.length)
                    .filter(i -> owners[i] == each)
                    .toArray();
            merge.add(share, positions, scan(answers.get(share), positions.length));
        }
        return text(merge, answers);
    }

    private static String text(QueryMerge merge, List<String> answers) {
        return merge.pieces().stream().map(piece -> text(piece, answers)).collect(Collectors.joining());
    }

    private static String text(Piece piece, List<String> answers) {
        if (piece instanceof Piece.Text text) {
            return text.text();
        }
        if (piece instanceof Piece.Part part) {
            byte[] answer = answers.get(part.share()).getBytes(StandardCharsets.UTF_8);
            return new String(answer, part.bytes().from(), part.bytes().length(), StandardCharsets.UTF_8);
        }
        return QUERY;
    }

    private static String answer(String... elements) {
        return "{\"queries\":[" + String.join(",", elements) + "]}";
    }

    private static QueryAnswer scan(String answer, int expected) {
        AnswerScan scan = new AnswerScan(expected);
        scan.process(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
        return scan.finish();
    }
}
