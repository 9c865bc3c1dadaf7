package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of a file of backends. */
final class AddressFileTest {

    @Test
    void oneALine() {
        String text = "# mine\r\nhttp://a:1  # the first\n\n   https://[::1]:2/base/;weight=7\r\nhttp://c";
        assertThat(AddressFile.addresses(text))
                .extracting(BackendAddress::toString)
                .containsExactly("http://a:1", "https://[::1]:2/base;weight=7", "http://c");
    }

    @Test
    void nothingIsNothing() {
        assertThat(AddressFile.addresses("")).isEmpty();
        assertThat(AddressFile.addresses("\n# nobody\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a:1                   | line 2
            http://a:1, http://b  | line 2
            dns:a:80              | line 2
            http://a:1;weight=0   | line 2
            http://a:99999        | port from 1 to 65535
            """)
    void aBadLineIsNamed(String line, String fault) {
        assertThatThrownBy(() -> AddressFile.addresses("http://good:1\n" + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void noSecretIsSaid() {
        assertThatThrownBy(() -> AddressFile.addresses("http://me:s3cret@a:1"))
                .hasMessageStartingWith("line 1 holds user info")
                .hasMessageNotContaining("s3cret");
    }
}
