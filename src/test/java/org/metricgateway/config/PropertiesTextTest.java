package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PropertiesTextTest {

    /** Texts in which no backslash stands for itself. */
    static List<String> ordinary() {
        return List.of(
                "a=1",
                "a = 1",
                "a: 1",
                "a 1",
                "a",
                "a=",
                "  a\t=\t1",
                "a==1",
                "a = b = c",
                "a = http://host:1/x?y=z#f",
                "# a = 1",
                "! a = 1\nb = 2",
                "  # indented\nb = 2",
                "a = 1 # not a comment",
                "a = 1, \\\n    2, \\\r\n    3\nb = 4",
                "a = 1\\\n# not a comment",
                "a = \\\n\n b = 2",
                "a = 1\\",
                "a = 1\r\nb = 2\rc = 3\n\n\nd = 4",
                "größe = Ω");
    }

    @ParameterizedTest
    @MethodSource("ordinary")
    void readsWhatJavaReads(String text) throws Exception {
        Properties expected = new Properties();
        expected.load(new StringReader(text));
        Properties read = new Properties();
        properties(text).forEach(property -> read.setProperty(property.key(), property.value()));
        assertThat(read).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^cpu\\.", "\\d+\\\\", "^a\\w\\b", "\\u0041", "C:\\certs\\ca.pem", "\\"})
    void keepsBackslashes(String value) {
        assertThat(properties("a = " + value + (value.equals("\\") ? "\\" : "")))
                .extracting(Property::value)
                .containsExactly(value.equals("\\") ? "\\\\" : value);
    }

    @Test
    void keepsBackslashesOfAContinuedLine() {
        assertThat(properties("a = ^cpu\\.\\\n    \\d+ -> cpu"))
                .extracting(Property::value)
                .containsExactly("^cpu\\.\\d+ -> cpu");
    }

    @Test
    void saysInWhichLineAKeyStands() {
        assertThat(properties("# one\n\na = 1\\\n  2\nb = 3\na = 4"))
                .extracting(Property::key, Property::where)
                .map(Object::toString)
                .containsExactly(
                        "(\"a\", \"my.properties:3\")", "(\"b\", \"my.properties:5\")", "(\"a\", \"my.properties:6\")");
    }

    private static List<Property> properties(String text) {
        return PropertiesText.properties(new Source("my.properties", text));
    }
}
