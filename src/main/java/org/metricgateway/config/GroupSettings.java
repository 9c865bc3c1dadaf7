package org.metricgateway.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One group, as configured.
 *
 * @param name {@code [a-z0-9-]+}
 * @param dialect which requests it may be sent
 * @param urls one for each backend, http or https, without user info, query and fragment
 * @param token sent as {@code Authorization: Bearer}, in place of the client's
 * @param headers set on each request to a backend, by name
 * @param timeouts how long its backends may take
 * @param caFile certificates that its https backends may be signed by; the system's when empty
 * @param failureStatus statuses that count against a backend
 * @param concurrency requests in flight at one backend
 * @param partial what happens to a query when this group cannot answer
 */
public record GroupSettings(
        String name,
        Dialect dialect,
        List<URI> urls,
        Optional<String> token,
        Map<String, String> headers,
        Timeouts timeouts,
        Optional<Path> caFile,
        Set<Integer> failureStatus,
        int concurrency,
        Partial partial) {

    /** Without the token and the headers, which no log may show. */
    @Override
    public String toString() {
        return "GroupSettings[" + name + ", " + dialect.word() + ", " + urls + "]";
    }

    /**
     * @param connect to a backend
     * @param firstByte from the request sent to the first byte of the answer
     * @param idle between two reads of an answer
     * @param deadline from the receipt of a request to the first byte of its answer, all attempts included
     */
    public record Timeouts(Duration connect, Duration firstByte, Duration idle, Duration deadline) {}

    /** Whether a missing owner fails the whole answer, or is named in a header of what is left. */
    public enum Partial {
        FAIL,
        WARN
    }
}
