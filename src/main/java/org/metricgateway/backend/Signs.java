package org.metricgateway.backend;

import java.util.List;
import java.util.function.Predicate;
import org.metricgateway.config.Dialect;

/** How databases say that they are about to go. */
public final class Signs {

    /** Names a server that takes what this one does not. It is never followed. */
    public static final String REDIRECT = "X-Hyperbytedb-Redirect";

    private static final int OK = 200;
    private static final int INTERNAL = 500;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    private static final List<String> LIFECYCLE =
            List.of("\"status\":\"warn\"", "Draining", "Syncing", "Joining", "Leaving", "draining");

    /** In JSON, printed prettily too, and in MessagePack, which says a text's length before it. CSV leaves the error out. */
    private static final List<String> CLOSED = List.of(
            "\"error\":\"query engine shutdown",
            "\"error\": \"query engine shutdown",
            "error\u00b5query engine shutdown",
            "\"error\":\"engine is closed",
            "\"error\": \"engine is closed",
            "\"error\":\"shard is disabled");

    /** Of several statements InfluxDB leaves out why one failed: it may be that the server stops. */
    private static final List<String> NOT_EXECUTED =
            List.of("\"error\":\"not executed", "\"error\": \"not executed", "error\u00acnot executed");

    private static final String WRITE_FAILED = "\"error\":\"write failed";

    private static final String KAIROSDB_CLOSED = "Database is already closed";

    private Signs() {}

    /** Whether the answer must be looked at: most need not. */
    public static boolean mayBeIn(Dialect dialect, int status) {
        return status >= INTERNAL || dialect == Dialect.INFLUXDB && status == OK;
    }

    /**
     * @param dialect of the backend
     * @param redirects whether the answer has the header {@link #REDIRECT}
     * @param says whether its body holds these Latin-1 characters, as far as it was read
     */
    public static Sign of(Dialect dialect, int status, boolean redirects, Predicate<String> says) {
        if (redirects || status == UNAVAILABLE && LIFECYCLE.stream().anyMatch(says)) {
            return Sign.DRAINING;
        }
        boolean dying =
                switch (dialect) {
                    case INFLUXDB -> isInfluxDying(status, says);
                    case KAIROSDB -> status == INTERNAL && says.test(KAIROSDB_CLOSED);
                    default -> false;
                };
        boolean failing = status == BAD_GATEWAY
                || status == UNAVAILABLE
                || status == GATEWAY_TIMEOUT
                || dialect == Dialect.INFLUXDB && status == OK && saysError(NOT_EXECUTED, says);
        return dying ? Sign.DYING : failing ? Sign.FAILING : Sign.NONE;
    }

    private static boolean isInfluxDying(int status, Predicate<String> says) {
        return status == INTERNAL && says.test(WRITE_FAILED)
                || (status == OK || status == INTERNAL) && saysError(CLOSED, says);
    }

    /** Most answers have no error: they are looked through only for that. */
    private static boolean saysError(List<String> errors, Predicate<String> says) {
        return says.test("error") && errors.stream().anyMatch(says);
    }
}
