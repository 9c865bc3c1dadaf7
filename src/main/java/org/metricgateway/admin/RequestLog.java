package org.metricgateway.admin;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.metricgateway.config.Settings;
import org.metricgateway.http.Received;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request, if wanted, and one for each slow query. */
final class RequestLog {

    private static final Logger ACCESS = LoggerFactory.getLogger("org.metricgateway.access");

    private static final Logger SLOW = LoggerFactory.getLogger("org.metricgateway.slow");

    private static final int NAMED = 10;

    private final boolean access;
    private final long slow;

    RequestLog(Settings settings) {
        this.access = settings.accessLog();
        this.slow = settings.slowQuery().toNanos();
    }

    void over(Received request, int status, long bytes, long nanos) {
        if (access) {
            ACCESS.info(
                    "client={} method={} path={} status={} bytes={} ms={} group={} attempts={} id={}",
                    request.peer().address(),
                    request.method(),
                    // Without the query: it may hold what is nobody's business.
                    request.path(),
                    status,
                    bytes,
                    String.format(Locale.ROOT, "%.3f", nanos / 1e6),
                    request.remarks().groups().isEmpty()
                            ? "-"
                            : request.remarks().groups(),
                    request.attempts(),
                    request.id());
        }
        if (nanos > slow && isQuery(request)) {
            SLOW.warn(
                    "a query took {} ms: groups {}, metrics {}, status {} [{}]",
                    Duration.ofNanos(nanos).toMillis(),
                    request.remarks().groups(),
                    named(request.remarks().metrics()),
                    status,
                    request.id());
        }
    }

    private static boolean isQuery(Received request) {
        return request.operation() != null && request.operation().isQuery();
    }

    private static String named(List<String> metrics) {
        int more = metrics.size() - NAMED;
        String first = String.join(", ", metrics.subList(0, Math.min(NAMED, metrics.size())));
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
