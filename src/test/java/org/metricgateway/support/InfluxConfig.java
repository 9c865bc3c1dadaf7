package org.metricgateway.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The configuration file of an {@link InfluxServer}: all in one folder, no ports but one, nothing of its own stored. */
final class InfluxConfig {

    private static final String FILE = """
            reporting-disabled = true
            # For backups; nobody asks for one.
            bind-address = "127.0.0.1:0"
            [meta]
              dir = "{dir}/meta"
            [data]
              dir = "{dir}/data"
              wal-dir = "{dir}/wal"
              query-log-enabled = false
            [monitor]
              store-enabled = false
            [subscriber]
              enabled = false
            [continuous_queries]
              enabled = false
            [logging]
              suppress-logo = true
            [http]
              bind-address = "{where}"
              auth-enabled = {auth}
              access-log-path = "{dir}/access.log"
            """;

    private InfluxConfig() {}

    /** @param http more lines for its last section */
    static List<String> lines(Path dir, String where, boolean auth, List<String> http) {
        String file =
                FILE.replace("{dir}", dir.toString()).replace("{where}", where).replace("{auth}", "" + auth);
        List<String> lines = new ArrayList<>(file.lines().toList());
        lines.addAll(http);
        return lines;
    }
}
