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
            gateway.listen = 8080                       | is "8080"; must be host:port, such as 0.0.0.0:8080
            gateway.listen = ::1:80                     | must be host:port
            gateway.listen = a:65536                    | with a port to 65535
            gateway.listen =                            | is empty; must be host:port
            gateway.admin.listen = 127.0.0.1:8080       | is 127.0.0.1:8080, which gateway.listen (0.0.0.0:8080) takes
            gateway.mode = fast                         | is "fast"; must be simple or multi
            gateway.mode = MULTI                        | is "MULTI"; must be simple or multi
            gateway.loops = 0                           | is "0"; must be a whole number from 1 to 2147483647
            gateway.limit.body = 0                      | is "0"; must be a size above 0
            gateway.limit.bytes = -1                    | is "-1"; must be a size above 0
            gateway.limit.requests = many               | is "many"; must be a whole number from 1
            gateway.limit.connections = 0               | is "0"; must be a whole number from 1
            gateway.limit.merge = 64M                   | is "64M"; must be a size above 0, such as 64MiB
            gateway.limit.metrics = 0                   | is "0"; must be a whole number from 1
            gateway.limit.metric-name = 2GiB            | is "2GiB"; must be a size from 1 to 2147483647 bytes
            gateway.timeout.client = 30                 | is "30"; must be a time
            gateway.timeout.client = 0s                 | is "0s"; must be a time above 0
            gateway.slow-query = 0ms                    | is "0ms"; must be a time above 0
            gateway.shutdown.delay = -1s                | is "-1s"; must be a time
            gateway.access-log = yes                    | is "yes"; must be true or false
            gateway.kairosdb.deletes = TRUE             | is "TRUE"; must be true or false
            gateway.trusted-proxies = 10.0.0.0/33       | is "10.0.0.0/33"; must be an address or a network
            gateway.trusted-proxies = cafe              | is "cafe"; must be an address or a network
            gateway.trusted-proxies = 10                | is "10"; must be an address or a network
            gateway.default-group = disk                | names the unknown group "disk"; must be one of cpu
            gateway.kairosdb.home = disk                | names the unknown group "disk"; must be one of cpu
            gateway.ready.groups = cpu, disk            | names the unknown group "disk"; must be one of cpu
            gateway.admin.token = two words             | holds a character that no header carries
            gateway.rule.1 = ^cpu                       | is "^cpu"; must be <pattern> -> <group>
            gateway.rule.1 = -> cpu                     | is "-> cpu"; must be <pattern> -> <group>
            gateway.rule.1 = ^cpu ->                    | is "^cpu ->"; must be <pattern> -> <group>
            gateway.rule.1 = ^cpu -> disk               | names the unknown group "disk"; must be one of cpu
            gateway.rule.1 = ^cpu( -> cpu               | has the bad pattern "^cpu(" (missing closing )); must be in RE2
            gateway.rule.1 = (?=cpu) -> cpu             | has the bad pattern "(?=cpu)"
            gateway.rule.2147483648 = x -> cpu          | has too large a number; must be at most 2147483647
            gateway.group.cpu.dialect = influxdb        | is "influxdb", which this version cannot serve yet
            gateway.group.cpu.dialect = prometheus      | is "prometheus", which this version cannot serve yet
            gateway.group.cpu.dialect = http            | is "http", which this version cannot serve yet
            gateway.group.cpu.dialect = mysql           | is "mysql"; must be kairosdb or influxdb
            gateway.group.cpu.balance = random          | is "random", which this version cannot do yet; must be round-robin
            gateway.group.cpu.balance = minimum-history:1h | which this version cannot do yet
            gateway.group.cpu.balance = best            | is "best"; must be round-robin
            gateway.group.cpu.partial = maybe           | is "maybe"; must be fail or warn
            gateway.group.cpu.concurrency = 0           | is "0"; must be a whole number from 1
            gateway.group.cpu.failure-status = 503, 99  | is "99"; must be a whole number from 100 to 599
            gateway.group.cpu.timeout.connect = 0s      | is "0s"; must be a time above 0
            gateway.group.cpu.timeout.first-byte = 1d   | is "1d"; must be a time
            gateway.group.cpu.timeout.idle = 0ms        | is "0ms"; must be a time above 0
            gateway.group.cpu.timeout.deadline = soon   | is "soon"; must be a time
            gateway.group.cpu.tls.ca = no/such.pem      | names "no/such.pem", which cannot be read
            gateway.group.cpu.tls.ca = pom.xml          | names "pom.xml", which holds no certificate
            gateway.group.cpu.tls.ca = src              | names "src", which cannot be read
            gateway.group.cpu.headers.Host = a          | sets a header that the gateway itself sets
            gateway.group.cpu.headers.content-length = 1 | sets a header that the gateway itself sets
            gateway.group.cpu.headers.Upgrade = h2c     | sets a header that the gateway itself sets
            gateway.group.cpu.headers.X(Y = a           | is not a header's name
            gateway.group.cpu.headers. = a              | is not a header's name
            gateway.group.cpu.headers.X-Y =             | has a value that no header carries
            gateway.group.cpu.headers.X-Y = größe       | has a value that no header carries
            gateway.group.CPU.urls = http://localhost:1 | is a bad name of a group; use a-z, 0-9 and -
            gateway.group.mem.concurrency = 1           | gateway.group.mem.urls: is missing; name at least one backend
            gateway.group.mem.urls = ,                  | is empty; name at least one backend
            """)
    void oneLine(String line, String fault) {
        assertThat(Given.faults(Given.LEAST + line)).singleElement().asString().contains(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            localhost:8080            | "localhost:8080" is not http or https
            localhost                 | "localhost" is not http or https
            ftp://a                   | "ftp://a" is not http or https
            dns:kairosdb:8080         | "dns:kairosdb:8080" is not http or https
            http:///path              | "http:///path" has no host
            http:/path                | has no host
            http://kairos_1:8080      | "http://kairos_1:8080" has no host made of letters
            http://a:0                | "http://a:0" has no port from 1 to 65535
            http://a:65536            | has no port from 1 to 65535
            http://a:b                | has no host
            http://a b                | is not a URL
            http://a?x=1              | holds a query or a fragment in "http://a"; must be
            http://a#f                | holds a query or a fragment in "http://a"; must be
            http://u:p@a:80           | holds user info in "a:80"; use gateway.group.<name>.token
            http://a:1, HTTP://A:1/   | names "HTTP://A:1/" twice; name each backend once
            http://a, http://a:80     | names "http://a:80" twice
            """)
    void oneUrl(String urls, String fault) {
        assertThat(Given.faults("gateway.group.cpu.urls = " + urls))
                .singleElement()
                .asString()
                .contains(fault);
    }

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
                        "gateway.group.cpu.headers.x-a: sets a header that is set already; set it once; names ignore case (my.properties:3)",
                        "gateway.group.cpu.headers.authorization: is set beside token, which sets it too; keep one of them (my.properties:4)");
    }

    @Test
    void everyFaultAtOnceWithItsLine() {
        String text = """
                gateway.listne = 0.0.0.0:80
                gateway.mode = fast
                gateway.default-group = disk
                gateway.group.cpu.urls = http://a:0, http://b, http://c?d
                gateway.group.cpu.timeout.connect = 2
                gateway.group.mem.dialect = influxdb
                gateway.rule.1 = ( -> cpu
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
