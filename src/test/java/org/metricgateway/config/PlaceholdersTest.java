package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlaceholdersTest {

    private final Placeholders placeholders = new Placeholders(new Surroundings(
            Map.of("HOST", "kairos-1", "EMPTY", "", "ODD", "{{env:HOST}}"),
            Map.of("my.port", "8080"),
            Path.of(""),
            PlaceholdersTest.class.getClassLoader()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain                                    | plain
            ^a{2}$                                   | ^a{2}$
            ^a{1,2}}                                 | ^a{1,2}}
            {{env:HOST}}                             | kairos-1
            http://{{env:HOST}}:{{sys:my.port}}/     | http://kairos-1:8080/
            {{env:NONE:http://a:1}}                  | http://a:1
            {{env:HOST:other}}                       | kairos-1
            <{{env:EMPTY:other}}>                    | <>
            <{{env:NONE:}}>                          | <>
            {{env:ODD}}                              | {{env:HOST}}
            """)
    void areResolved(String text, String resolved) {
        assertThat(placeholders.resolved(text)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{env:NONE}}            | needs env:NONE, which is not set
            {{sys:none}}            | needs sys:none, which is not set
            {{gateway.listen}}      | holds a placeholder {{gateway.listen…}}
            {{bean:foo.bar}}        | holds a placeholder {{bean…}}
            {{env}}                 | holds a placeholder {{env…}}
            {{}}                    | holds a placeholder {{…}}
            {{env:A:{{env:HOST}}}}  | holds a placeholder {{env…}}
            {{env:HOST              | opens {{ and does not close it
            """)
    void areRefused(String text, String wrong) {
        assertThatThrownBy(() -> placeholders.resolved(text))
                .isInstanceOf(BadValue.class)
                .hasMessage(wrong);
    }

    @Test
    void areResolvedInTheFile() {
        Settings settings = Given.configuration(
                        "gateway.group.cpu.urls = http://{{env:HOST}}:1", Map.of("HOST", "kairos-1"), Map.of())
                .settings();
        assertThat(settings.groups().get("cpu").urls()).map(Object::toString).containsExactly("http://kairos-1:1");
    }

    @Test
    void areFaultsWithTheirLine() {
        assertThat(Given.faults(Given.LEAST + "gateway.mode = {{env:MODE}}"))
                .containsExactly(
                        "gateway.mode: needs env:MODE, which is not set; set it or give a default (my.properties:2)");
    }
}
