package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What groups and rules refuse. */
final class RefusedGroupsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gateway.rule.1 = ^cpu                       | is "^cpu"; must be <pattern> -> <group>
            gateway.rule.1 = -> cpu                     | is "-> cpu"; must be <pattern> -> <group>
            gateway.rule.1 = ^cpu ->                    | is "^cpu ->"; must be <pattern> -> <group>
            gateway.rule.1 = ^cpu -> disk               | names the unknown group "disk"; must be one of cpu
            gateway.rule.1 = ^cpu( -> cpu               | has the bad pattern "^cpu(" (missing closing ))
            gateway.rule.1 = (?=cpu) -> cpu             | has the bad pattern "(?=cpu)"
            gateway.rule.2147483648 = x -> cpu          | has too large a number; must be at most 2147483647
            gateway.group.cpu.dialect = prometheus      | is "prometheus", which this version cannot serve yet
            gateway.group.cpu.dialect = http            | is "http", which this version cannot serve yet
            gateway.group.cpu.dialect = mysql           | is "mysql"; must be kairosdb or influxdb
            gateway.group.cpu.balance = most-data       | is "most-data", which this version cannot do yet; must be
            gateway.group.cpu.writes = all              | is "all"; must be one
            gateway.group.cpu.health.path = ping        | is "ping"; must be a path, such as /ping
            gateway.group.cpu.health.status = 99        | is "99"; must be a whole number from 100 to 599
            gateway.group.cpu.user = joe                | and password belong together, and one is missing
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
}
