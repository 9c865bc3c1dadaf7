package org.metricgateway.config;

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
 * @param urls the backends that are always there
 * @param lookups where more of them are looked up
 * @param token sent as {@code Authorization: Bearer}, in place of the client's
 * @param headers set on each request to a backend, by name
 * @param timeouts how long its backends may take
 * @param caFile certificates that its https backends may be signed by; the system's when empty
 * @param failureStatus statuses that count against a backend
 * @param concurrency requests in flight at one backend
 * @param partial what happens to a query when this group cannot answer
 * @param login sent as {@code Authorization: Basic}, in place of the client's: {@code user:password}
 * @param balance how a backend is chosen
 * @param slowStart how long a recovered backend is asked less often than others
 * @param health how backends are probed
 * @param hold how requests wait while no backend can be asked
 * @param retries attempts that may be sent after the first
 * @param stamp whether InfluxDB lines without a timestamp get the time of receipt
 */
public record GroupSettings(
        String name,
        Dialect dialect,
        List<BackendAddress> urls,
        List<Lookup> lookups,
        Optional<String> token,
        Map<String, String> headers,
        Timeouts timeouts,
        Optional<Path> caFile,
        Set<Integer> failureStatus,
        int concurrency,
        Partial partial,
        Optional<String> login,
        Balance balance,
        Duration slowStart,
        Probing health,
        Holding hold,
        int retries,
        boolean stamp) {

    /** Without token, login and headers, which no log may show. */
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

    /**
     * @param path empty for the dialect's own
     * @param statuses of a backend that is well; empty for any 2xx, and 401
     * @param body text that the answer must hold; empty for any
     * @param interval between two probes of a backend
     * @param timeout of one probe
     * @param fall failed probes in a row after which a backend is down
     * @param rise passed probes in a row after which it is active again
     */
    public record Probing(
            String path, Set<Integer> statuses, String body, Duration interval, Duration timeout, int fall, int rise) {}

    /**
     * @param time that one request may wait
     * @param requests that may wait at once
     * @param bytes of bodies that may wait at once
     */
    public record Holding(Duration time, int requests, long bytes) {}

    /** Whether a missing owner fails the whole answer, or is named in a header of what is left. */
    public enum Partial {
        FAIL,
        WARN
    }
}
