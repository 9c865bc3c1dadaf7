package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the keys that stand alone refuse. */
final class RefusedValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gateway.listen = 8080                       | is "8080"; must be host:port, such as 0.0.0.0:8080
            gateway.listen = ::1:80                     | must be host:port
            gateway.listen = a:65536                    | with a port to 65535
            gateway.listen =                            | is empty; must be host:port
            gateway.admin.listen = 127.0.0.1:8080       | is 127.0.0.1:8080, which gateway.listen (0.0.0.0:8080) takes
            gateway.listen = [1:2]:80                   | is "[1:2]:80"; must be host:port
            gateway.listen = 0.0.0.0:9090               | is 0.0.0.0:9090, which gateway.listen (0.0.0.0:9090) takes
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
            """)
    void oneLine(String line, String fault) {
        assertThat(Given.faults(Given.LEAST + line)).singleElement().asString().contains(fault);
    }
}
