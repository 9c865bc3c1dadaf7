package org.metricgateway.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.Groups;
import org.metricgateway.config.Settings;
import org.metricgateway.metric.UnreadableRequest;
import org.metricgateway.support.Configured;

/** Which backends an operator means. */
final class NamedBackendsTest {

    private static final Groups GROUPS = new Groups(settings());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a/10.0.0.1:1        | a 10.0.0.1:1
            a/10.0.0.1%3A1      | a 10.0.0.1:1
            b/10.0.0.1:1        | b 10.0.0.1:1
            b/[fd00::1]:2/base  | b [fd00::1]:2/base
            b/%5Bfd00::1%5D:2%2Fbase | b [fd00::1]:2/base
            a/db.example:80     | a db.example:80
            10.0.0.1            | a 10.0.0.1:1, a 10.0.0.1:9, b 10.0.0.1:1
            10.0.0.1:9          | a 10.0.0.1:9
            fd00::1             | b [fd00::1]:2/base
            [fd00::1]           | b [fd00::1]:2/base
            FD00:0:0:0::1       | b [fd00::1]:2/base
            [fd00::1]:2%2Fbase  | b [fd00::1]:2/base
            DB.example          | a db.example:80
            10.0.0.2            | ''
            10.0.0              | ''
            c/10.0.0.1:1        | ''
            a/10.0.0.1:2        | ''
            a/[fd00::1]:2       | ''
            """)
    void areFound(String path, String found) {
        assertThat(named(path).in(GROUPS).stream().map(NamedBackendsTest::shown))
                .containsExactlyInAnyOrder(found.isEmpty() ? new String[0] : found.split(", "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "%", "%zz", "a/10.0.0.1", "a/b c:1", "10.0.0.1:x", "<script>", "a/", "%0a"})
    void areRefused(String path) {
        assertThatThrownBy(() -> named(path)).isInstanceOf(UnreadableRequest.class);
    }

    private static NamedBackends named(String path) {
        return NamedBackends.of("/admin/backends/" + path + "/exclude");
    }

    private static String shown(Backend backend) {
        return backend.group().name() + " " + backend.name();
    }

    private static Settings settings() {
        return Configured.settings("""
                gateway.group.a.urls = http://10.0.0.1:1, http://10.0.0.1:9, http://db.example
                gateway.group.b.urls = http://10.0.0.1:1, http://[fd00::1]:2/base
                """);
    }
}
