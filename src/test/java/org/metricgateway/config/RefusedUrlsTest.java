package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no address of a backend. */
final class RefusedUrlsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            localhost:8080            | "localhost:8080" is not http or https
            localhost                 | "localhost" is not http or https
            ftp://a                   | "ftp://a" is not http or https
            dns:kairosdb              | is "dns:kairosdb"; must be dns:<host>:<port>, srv:<name> or file:<path>
            dns:kairosdb:0            | is "0"; must be a whole number from 1 to 65535
            srv:                      | must be dns:<host>:<port>, srv:<name> or file:<path>
            srv:a, srv:a              | names "srv:a" twice
            http://a;weight=0         | is "0"; must be a whole number from 1 to 1000
            http://a;weight=x         | has no host
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
}
