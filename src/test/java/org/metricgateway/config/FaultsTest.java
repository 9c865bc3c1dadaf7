package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and that it is said. */
final class FaultsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gateway.listne              | did you mean gateway.listen?
            gateway.Listen              | did you mean gateway.listen?
            gateway.limit.metricname    | did you mean gateway.limit.metric-name?
            gateway.group.cpu.url       | did you mean gateway.group.cpu.urls?
            gateway.group.cpu.timeout.firstbyte | did you mean gateway.group.cpu.timeout.first-byte?
            gateway.grop.cpu.urls       | did you mean gateway.group.cpu.urls?
            gateway.port                | remove it
            gateway.rule.first          | remove it
            """)
    void anUnknownKeyWithTheOneThatWasMeant(String key, String right) {
        assertThat(Given.faults(Given.LEAST + key + " = 1"))
                .singleElement()
                .asString()
                .startsWith(key + ": is no key of the gateway; ")
                .endsWith("(my.properties:2)")
                .contains(right);
    }

    @Test
    void noGroup() {
        assertThat(Given.faults("camel.main.name = x"))
                .containsExactly(
                        "gateway.group: no group is configured; set gateway.group.<name>.urls and a gateway.rule.<n>");
    }

    @Test
    void aKeySetTwice() {
        assertThat(Given.faults(Given.LEAST + "gateway.mode = multi\ncamel.x = 1\ncamel.x = 2\ngateway.mode: multi"))
                .containsExactly("gateway.mode: is set at my.properties:2 too; set it once (my.properties:5)");
    }

    @Test
    void twoRulesWithOneNumber() {
        assertThat(Given.faults(Given.LEAST + "gateway.rule.1 = a -> cpu\ngateway.rule.01 = b -> cpu"))
                .containsExactly(
                        "gateway.rule.01: has the number of gateway.rule.1; give each rule its own (my.properties:3)");
    }

    @Test
    void aHeaderSetTwiceOrBesideTheToken() {
        String headers = """
                gateway.group.cpu.headers.X-A = 1
                gateway.group.cpu.headers.x-a = 2
                gateway.group.cpu.headers.authorization = 3
                gateway.group.cpu.token = 4
                """;
        assertThat(Given.faults(Given.LEAST + headers))
                .containsExactly(
                        "gateway.group.cpu.headers.x-a: sets a header that is set already;"
                                + " set it once; names ignore case (my.properties:3)",
                        "gateway.group.cpu.headers.authorization: is set beside token, which sets it too;"
                                + " keep one of them (my.properties:4)");
    }

    @Test
    void everyFaultAtOnceWithItsLine() {
        String text = """
                gateway.listne = 0.0.0.0:80
                gateway.mode = fast
                gateway.default-group = disk
                gateway.group.cpu.urls = http://a:0, http://b, http://c?d
                gateway.group.cpu.timeout.connect = 2
                gateway.group.mem.dialect = prometheus
                gateway.rule.1 = ( -> disk
                """;
        assertThat(Given.faults(text))
                .extracting(fault -> fault.replaceFirst(":.*?(\\((my[^)]*)\\))?$", " $2"))
                .containsExactlyInAnyOrder(
                        "gateway.listne my.properties:1",
                        "gateway.mode my.properties:2",
                        "gateway.default-group my.properties:3",
                        "gateway.group.cpu.urls my.properties:4",
                        "gateway.group.cpu.urls my.properties:4",
                        "gateway.group.cpu.timeout.connect my.properties:5",
                        "gateway.group.mem.dialect my.properties:6",
                        "gateway.group.mem.urls ",
                        "gateway.rule.1 my.properties:7",
                        "gateway.rule.1 my.properties:7");
    }

    @Test
    void theMessageHoldsEveryFaultOnALineOfItsOwn() {
        InvalidSettings invalid = new InvalidSettings(
                List.of(new Fault("a", "is b", "must be c", "d:1"), new Fault("e", "is\r\nf", "must be g", "")));
        assertThat(invalid.getMessage().lines()).containsExactly("a: is b; must be c (d:1)", "e: is??f; must be g");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0:0, 0.0.0.0:0",
        "127.0.0.1:80, 127.0.0.2:80",
        "localhost:80, localhost:81",
    })
    void notTwoPortsThatLeaveEachOtherRoom(String listen, String admin) {
        String ports = "gateway.listen = %s%ngateway.admin.listen = %s%n".formatted(listen, admin);
        assertThat(Given.faults(Given.LEAST + ports)).isEmpty();
    }
}
