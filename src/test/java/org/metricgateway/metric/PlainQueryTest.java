package org.metricgateway.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reader finds what the whole parser finds, or nothing. */
final class PlainQueryTest {

    private static final String DASHBOARD =
            "{\"start_relative\":{\"value\":1,\"unit\":\"hours\"},\"metrics\":[{\"name\":\"cpu.load\",\"tags\":{\"host\":"
                    + "[\"a\",\"b\"]},\"aggregators\":[{\"name\":\"avg\",\"sampling\":{\"value\":1,\"unit\":\"minutes\"}}]}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                DASHBOARD,
                "{\"metrics\":[{\"name\":\"a\"}]}",
                " {\r\n\t\"metrics\" : [ {\"name\" : \"a\" } , {\"tags\":{},\"name\":\"b\"}] , \"time_zone\":\"UTC\" } \n",
                "{\"start_absolute\":0,\"x\":[-1.5e+3,0.25,1E9,true,false,null,{},[]],\"metrics\":[{\"name\":\"a\"}]}",
            })
    void readsWhatDashboardsSend(String body) {
        assertThat(PlainQuery.read(Bodies.bytes(body), Bodies.LIMITS)).isNotNull();
        isTheSame(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"metrics\":[]}",
                "{\"metrics\":[{}]}",
                "{\"metrics\":[{\"name\":\"\"}]}",
                "{\"metrics\":[{\"name\":7}]}",
                "{\"metrics\":[{\"name\":\"a\",\"name\":\"b\"}]}",
                "{\"metrics\":[{\"name\":\"a\"}],\"metrics\":[{\"name\":\"b\"}]}",
                "{\"metrics\":[{\"name\":\"a\"}],\"metric\":\"b\"}",
                "{\"metrics\":[{\"name\":\"a\\u0062\"}]}",
                "{\"metrics\":[{\"name\":\"é\"}]}",
                "{\"metrics\":[{\"name\":\"a\",\"aggregators\":[{\"name\":\"save_as\"}]}]}",
                "{\"metrics\":[{\"name\":\"a\"},]}",
                "{\"metrics\":[{\"name\":\"a\"}],}",
                "{\"metrics\":[{\"name\":\"a\",}]}",
                "{\"metrics\":[{\"name\":\"a\"}]} x",
                "{\"metrics\":[{\"name\":\"a\"}]",
                "{\"metrics\":[{\"name\":\"a\"",
                "{\"metrics\":[{\"name\":\"a",
                "{\"metrics\":[{\"name\":\"a\"}],\"x\":01}",
                "{\"metrics\":[{\"name\":\"a\"}],\"x\":1.}",
                "{\"metrics\":[{\"name\":\"a\"}],\"x\":.5}",
                "{\"metrics\":[{\"name\":\"a\"}],\"x\":1e}",
                "{\"metrics\":[{\"name\":\"a\"}],\"x\":+1}",
                "{\"metrics\":[{\"name\":\"a\"}],\"x\":-}",
                "{\"metrics\":[{\"name\":\"a\"}],\"x\":truer}",
                "{\"metrics\":[{\"name\":\"a\"}],\"x\":NaN}",
                "{\"metrics\":[{\"name\":\"a\"}],\"x\":[1 2]}",
                "{\"metrics\":[{\"name\":\"a\"}],\"x\":'a'}",
                "{\"metrics\":[{\"name\":\"a\"}],\"x\":\"\t\"}",
            })
    void leavesTheRestToTheParser(String body) {
        assertThat(PlainQuery.read(Bodies.bytes(body), Bodies.LIMITS)).isNull();
    }

    @Test
    void leavesWhatGoesPastALimitToTheParser() {
        byte[] two = Bodies.bytes("{\"metrics\":[{\"name\":\"abc\"},{\"name\":\"abc\"}]}");
        assertThat(PlainQuery.read(two, Bodies.limits(2, 3))).isNotNull();
        assertThat(PlainQuery.read(two, Bodies.limits(1, 3))).isNull();
        assertThat(PlainQuery.read(two, Bodies.limits(2, 2))).isNull();
    }

    @Test
    void leavesWhatIsNestedDeeplyToTheParser() {
        String nested = "[".repeat(90) + "]".repeat(90);
        assertThat(PlainQuery.read(
                        Bodies.bytes("{\"x\":" + nested + ",\"metrics\":[{\"name\":\"a\"}]}"), Bodies.LIMITS))
                .isNull();
    }

    static Stream<String> generated() {
        Random random = new Random(20261121);
        return IntStream.range(0, 300).mapToObj(i -> {
            List<String> elements = GeneratedJson.elements(random, random.nextInt(4));
            return "{\"x\":" + GeneratedJson.value(random, 3) + ",\"metrics\":" + GeneratedJson.space(random) + "["
                    + String.join("," + GeneratedJson.space(random), elements) + "]}";
        });
    }

    @ParameterizedTest
    @MethodSource("generated")
    void findsWhatTheParserFinds(String body) {
        isTheSame(body);
        isTheSame(body.replace("é", "e").replace("漢", "c"));
    }

    /** Whatever a body is spoilt into. */
    @Test
    void isNoMoreLenient() {
        Random random = new Random(8259);
        String signs = "{}[]\":,\\ tfn-+.eE019x\u0000\u007f\n";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder spoilt = new StringBuilder(DASHBOARD);
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                int place = random.nextInt(spoilt.length());
                switch (random.nextInt(3)) {
                    case 0 -> spoilt.deleteCharAt(place);
                    case 1 -> spoilt.insert(place, signs.charAt(random.nextInt(signs.length())));
                    default -> spoilt.setCharAt(place, signs.charAt(random.nextInt(signs.length())));
                }
            }
            isTheSame(spoilt.toString());
        }
    }

    private static void isTheSame(String body) {
        Mentions plain = PlainQuery.read(Bodies.bytes(body), Bodies.LIMITS);
        if (plain == null) {
            return;
        }
        assertThatCode(() -> Bodies.query(body)).as(body).doesNotThrowAnyException();
        Mentions parsed = Bodies.query(body);
        assertThat(plain.names()).as(body).isEqualTo(parsed.names());
        assertThat(plain.document()).as(body).isEqualTo(parsed.document());
        assertThat(plain.saving()).as(body).isEqualTo(parsed.saving());
        for (int i = 0; i < parsed.names().size(); i++) {
            assertThat(plain.element(i)).as(body).isEqualTo(parsed.element(i));
        }
    }
}
