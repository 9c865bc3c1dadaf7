package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "17B, 17",
        "10kB, 10000",
        "2MB, 2000000",
        "3GB, 3000000000",
        "1KiB, 1024",
        "64MiB, 67108864",
        "1GiB, 1073741824",
        "9223372036854775807, 9223372036854775807"
    })
    void readsSizes(String text, long bytes) {
        assertThat(Amounts.SIZE.of(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "0MiB", "-1", "+1", "1.5MiB", "64M", "64mib", "64 MiB", "MiB", "1e3", "8589934592GiB"})
    void refusesSizes(String text) {
        assertThatThrownBy(() -> Amounts.SIZE.of(text)).isInstanceOf(BadValue.class);
    }

    @ParameterizedTest
    @CsvSource({"0s, 0", "500ms, 500", "30s, 30000", "2m, 120000", "1h, 3600000", "596h, 2145600000"})
    void readsTimes(String text, long milliseconds) {
        assertThat(Amounts.TIME.of(text)).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "30", "0", "-1s", "1.5s", "1d", "30S", "30 s", "PT30S", "597h", "99999999999999999999h"})
    void refusesTimes(String text) {
        assertThatThrownBy(() -> Amounts.TIME.of(text)).isInstanceOf(BadValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.0", "2147483648", "1k", "0x10", "١"})
    void refusesCounts(String text) {
        assertThatThrownBy(() -> Amounts.POSITIVE.of(text)).isInstanceOf(BadValue.class);
    }
}
