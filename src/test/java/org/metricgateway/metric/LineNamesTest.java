package org.metricgateway.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What InfluxDB itself makes of such lines is in {@code endtoend/LineDifferentialIT}. */
final class LineNamesTest {

    /** An arrow stands for a newline. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            cpu value=1|cpu
            cpu,host=a value=1 1↵mem v=2i 2↵cpu,host=b value=3↵|cpu;mem
            ↵↵  ↵# cpu value=1↵   mem v=1↵|mem
            cpu\\ load,host=a v=1|cpu load
            cpu\\,load\\=1\\"x v=1|cpu,load=1"x
            C:\\temp v=1|C:\\temp
            "cpu" v=1|"cpu"
            a=b v=1|a=b
            cpu,a="b↵mem v=1"↵disk v=2|mem
            cpu,a="b↵mem v=1↵disk v=2|mem;disk
            cpu v="a↵mem v=1↵disk v=2"↵net v=1|cpu;net
            cpu v="a\\"↵mem v=1",w=2↵net v=1|cpu;net
            cpu v="a\\\\"↵net v=1|cpu;net
            cpu v=1,w="x,y=z ↵"↵net v=1|cpu;net
            cpu "quoted=1↵net v=1|cpu;net
            cpu v=1↵#x="↵net v=1|cpu;net
            métric漢,x=y v=1|métric漢
            cpu v=1\\↵mem v=1↵net v=1|cpu;net
            cpu\\↵load v=1|cpu\\↵load
            # it is "x= fine↵net v=1|net
            # a="b↵mem v=1↵|``
             cpu,a=b,c=d v="x↵y"↵net v=1|cpu;net
            this is none↵cpu,host=a↵,a=b v=1|``
            """)
    void names(String body, String expected) {
        assertThat(String.join(";", read(body).names())).isEqualTo(expected.replace('↵', '\n'));
    }

    @Test
    void aBlankBehindABackslashIsPartOfAName() {
        // InfluxDB looks one byte back, and does not ask whether that backslash is escaped itself.
        LineNames names = read("cpu\\\\ v=1\nmem\\\\ x v=1");
        assertThat(names.names()).containsExactly("mem\\ x");
        assertThat(names.hasStrays()).isTrue();
    }

    @Test
    void skipsTabsAndZerosBeforeALine() {
        assertThat(read("\t\0 cpu v=1\n \t\n\0\n").names()).containsExactly("cpu");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            cpu               | ``  | true
            ,host=a v=1       | ``  | true
            cpu↵mem v=1       | ``  | true
            cpu,host=a        | cpu | false
            this is none      | this | false
            mem x↵mem v=1     | ``  | false
            ↵# x↵             | ``  | false
            """)
    void tellsLinesThatNobodyCanRead(String body, String doubtful, boolean strays) {
        LineNames names = read(body);
        assertThat(String.join(";", names.doubtful())).isEqualTo(doubtful);
        assertThat(names.hasStrays()).isEqualTo(strays);
    }

    @Test
    void readsNoFartherThanToTheFirst() {
        assertThat(LineNames.first(TextLines.of("# x\n\nmem v=1\ncpu v=1\n"), Bodies.limits(1, 3))
                        .names())
                .containsExactly("mem");
    }

    @Test
    void countsEachNameOnce() {
        String lines = "a v=1\nb v=1\n".repeat(500);
        assertThat(LineNames.read(TextLines.of(lines), Bodies.limits(2, 3)).names())
                .containsExactly("a", "b");
        assertThatThrownBy(() -> LineNames.read(TextLines.of(lines + "c v=1"), Bodies.limits(2, 3)))
                .isInstanceOf(UnreadableRequest.class)
                .hasMessageContaining("more than 2 measurements");
        assertThatThrownBy(() -> LineNames.read(TextLines.of("a b\nb c\nc d"), Bodies.limits(2, 3)))
                .isInstanceOf(UnreadableRequest.class);
    }

    @Test
    void refusesALongName() {
        assertThat(LineNames.read(TextLines.of("a\\ \\  v=1"), Bodies.limits(2, 3))
                        .names())
                .containsExactly("a  ");
        assertThatThrownBy(() -> LineNames.read(TextLines.of("abcd v=1"), Bodies.limits(2, 3)))
                .isInstanceOf(UnreadableRequest.class)
                .hasMessageContaining("longer than 3 bytes");
        assertThatThrownBy(() -> LineNames.read(TextLines.of("x".repeat(100_000)), Bodies.LIMITS))
                .isInstanceOf(UnreadableRequest.class);
    }

    private static LineNames read(String body) {
        return LineNames.read(TextLines.of(body.replace('↵', '\n')), Bodies.LIMITS);
    }
}
