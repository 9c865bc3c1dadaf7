package org.metricgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AheadTest {

    /** After a change of libraries, {@code src/deploy/ahead.sh} makes the list anew. */
    @Test
    void everyClassOfTheListExists() throws IOException {
        List<String> names = names();
        assertThat(names)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(1_000)
                .filteredOn(name -> !exists(name))
                .isEmpty();
    }

    private static List<String> names() throws IOException {
        try (InputStream list = Ahead.class.getResourceAsStream(Ahead.LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, Ahead.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
