package org.metricgateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.config.Settings.RuleSettings;

final class RuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ^cpu[.]    | cpu.load    | true
            ^cpu[.]    | cpus.load   | false
            ^cpu[.]    | my.cpu.load | false
            ^cpu\\.    | cpu.load    | true
            ^cpu\\.    | cpuxload    | false
            cpu        | my.cpu.load | true
            load$      | cpu.load    | true
            load$      | cpu.loads   | false
            (?i)CPU    | my.cpu      | true
            CPU        | my.cpu      | false
            (a)        | xax         | true
            ''         | anything    | true
            ^\\pL+$    | métric漢    | true
            ^.$        | 😀          | true
            """)
    void matches(String pattern, String metric, boolean matches) {
        assertThat(rule(pattern).matches(metric)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "*", "(?=a)", "(a)\\1", "a{1001}"})
    void refuses(String pattern) {
        assertThatThrownBy(() -> rule(pattern)).isInstanceOf(PatternSyntaxException.class);
    }

    @Test
    void readsAsItIsConfigured() {
        assertThat(rule("^cpu[.]")).hasToString("gateway.rule.7 = ^cpu[.] -> cpu");
    }

    private static Rule rule(String pattern) {
        return Rule.of(new RuleSettings(7, pattern, "cpu"));
    }
}
