package org.metricgateway.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MentionsTest {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"metrics":[{"name":"a"},{"name":"b"},{"name":"c"}],"x":1} | 0 1 2 | {"metrics":[{"name":"a"},{"name":"b"},{"name":"c"}],"x":1}
            {"metrics":[{"name":"a"},{"name":"b"},{"name":"c"}],"x":1} | 0 1   | {"metrics":[{"name":"a"},{"name":"b"}],"x":1}
            {"metrics":[{"name":"a"},{"name":"b"},{"name":"c"}],"x":1} | 0 2   | {"metrics":[{"name":"a"},{"name":"c"}],"x":1}
            {"metrics":[{"name":"a"},{"name":"b"},{"name":"c"}],"x":1} | 1     | {"metrics":[{"name":"b"}],"x":1}
            {"metrics":[{"name":"a"},{"name":"b"},{"name":"c"}],"x":1} | 2     | {"metrics":[{"name":"c"}],"x":1}
            {"metrics" : [ {"name":"a"} , 7 , {"name":"c"} ] }         | 1 2   | {"metrics" : [ 7 , {"name":"c"} ] }
            {"x":"é","metrics":[{"name":"漢"},{"name":"😀"}]}          | 1     | {"x":"é","metrics":[{"name":"😀"}]}
            {"metric":"a","x":1}                                       | 0     | {"metric":"a","x":1}
            """)
    void shares(String body, String positions, String share) {
        byte[] bytes = Bodies.bytes(body);
        assertThat(Bodies.text(bytes, Bodies.query(bytes).share(positions(positions))))
                .isEqualTo(share);
    }

    @Test
    void neighboursAreOneSpan() {
        Mentions mentions = Bodies.query("{\"metrics\":[1,2,3,4,5]}");
        assertThat(mentions.share(positions("0 1 2 3 4"))).containsExactly(mentions.document());
        assertThat(mentions.share(positions("2 3"))).hasSize(3);
    }

    @Test
    void leavesTheByteOrderMarkOut() {
        byte[] body = Bodies.bytes(BYTE_ORDER_MARK + " {\"metrics\":[{\"name\":\"a\"},{\"name\":\"b\"}]}");
        assertThat(Bodies.text(body, Bodies.query(body).share(positions("1"))))
                .isEqualTo("{\"metrics\":[{\"name\":\"b\"}]}");
        assertThat(Bodies.text(body, Bodies.query(body).document()))
                .isEqualTo("{\"metrics\":[{\"name\":\"a\"},{\"name\":\"b\"}]}");
    }

    /** The parser's buffer has 8000 bytes: every way in which an element can lie across its end. */
    @Test
    void knowsPlacesAcrossTheParsersBuffer() {
        for (int padding = 7_960; padding < 8_040; padding++) {
            byte[] body = Bodies.bytes("{\"é\":\"" + "x".repeat(padding)
                    + "\",\"metrics\" :[ {\"name\":\"é漢\"} , {\"name\":\"b\"}, 17 ]}");
            Mentions mentions = Bodies.query(body);
            assertThat(Bodies.text(body, mentions.element(0))).isEqualTo("{\"name\":\"é漢\"}");
            assertThat(Bodies.text(body, mentions.element(1))).isEqualTo("{\"name\":\"b\"}");
            assertThat(Bodies.text(body, mentions.element(2))).isEqualTo("17");
            assertThat(mentions.document()).isEqualTo(new Span(0, body.length));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000, 50_000})
    void joinedSharesHaveEveryElementOnceAndInOrder(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 60; run++) {
            boolean points = random.nextBoolean();
            List<String> elements = GeneratedJson.elements(random, 1 + random.nextInt(40));
            String space = GeneratedJson.space(random);
            String list = space + String.join(GeneratedJson.space(random) + "," + space, elements) + space;
            String before = points
                    ? space + "["
                    : space + "{\"time_zone\":" + GeneratedJson.value(random, 3) + ",\"metrics\":[";
            String after = points ? "]" + space : "],\"cache_time\":1e7" + space + "}";
            byte[] body = Bodies.bytes((random.nextBoolean() ? BYTE_ORDER_MARK : "") + before + list + after);
            Mentions mentions = readSlowly(body, points);
            assertShares(random, body, mentions, elements, points ? "[" : "\"metrics\":[", after.trim());
        }
    }

    private static void assertShares(
            Random random, byte[] body, Mentions mentions, List<String> elements, String opening, String after) {
        List<List<Integer>> owners = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < elements.size(); i++) {
            owners.get(random.nextInt(owners.size())).add(i);
        }
        for (List<Integer> owner : owners) {
            int[] positions = owner.stream().mapToInt(i -> i).toArray();
            if (positions.length > 0) {
                byte[] share = Bodies.bytes(Bodies.text(body, mentions.share(positions)));
                Mentions again = opening.equals("[") ? Bodies.points(share) : Bodies.query(share);
                assertThat(again.names()).hasSize(positions.length);
                for (int i = 0; i < positions.length; i++) {
                    assertThat(Bodies.text(share, again.element(i))).isEqualTo(elements.get(positions[i]));
                }
                assertThat(Bodies.text(share, again.document()))
                        .contains(opening)
                        .contains(after);
            }
        }
    }

    /** As from a network: in pieces. */
    private static Mentions readSlowly(byte[] body, boolean points) {
        InputStream slow = new ByteArrayInputStream(body) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 7));
            }
        };
        return points ? KairosPoints.read(slow, Bodies.LIMITS) : KairosQuery.read(slow, Bodies.LIMITS);
    }

    private static int[] positions(String positions) {
        return List.of(positions.split(" ")).stream()
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
