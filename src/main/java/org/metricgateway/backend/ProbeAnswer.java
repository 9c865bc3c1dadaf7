package org.metricgateway.backend;

import java.util.List;
import java.util.regex.Pattern;
import org.metricgateway.config.GroupSettings.Probing;

/**
 * The answer to a probe.
 *
 * @param redirects whether it names a server that takes what this one does not
 * @param retryAfter whether it says when to come back
 * @param body as far as it was read
 */
public record ProbeAnswer(int status, boolean redirects, boolean retryAfter, String body) {

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private static final Pattern WARN = Pattern.compile("\"status\"\\s*:\\s*\"warn\"");
    private static final Pattern FAIL = Pattern.compile("\"status\"\\s*:\\s*\"fail\"");

    /** Databases tell of their lives by the words of a cluster. */
    private static final List<String> LIFECYCLE =
            List.of("Draining", "draining", "Syncing", "Joining", "Leaving", "Disconnected");

    public Finding judgedBy(Probing wanted) {
        boolean well = isWell(wanted);
        if (status != TOO_MANY && isLifecycle(well)) {
            return Finding.draining("a probe was answered " + status + ": it takes nothing new");
        }
        if (FAIL.matcher(body).find()) {
            return Finding.failed("a probe was answered " + status + " with the status fail");
        }
        if (!well) {
            return Finding.failed("a probe was answered " + status);
        }
        return body.contains(wanted.body())
                ? Finding.passed("answered " + status)
                : Finding.failed("the answer to a probe lacks the text of health.body");
    }

    private boolean isWell(Probing wanted) {
        return wanted.statuses().isEmpty()
                ? status >= 200 && status < 300 || status == UNAUTHORIZED
                : wanted.statuses().contains(status);
    }

    /** In an answer that is well these words may mean anything, such as the name of a meter. */
    private boolean isLifecycle(boolean well) {
        return redirects
                || WARN.matcher(body).find()
                || !well && LIFECYCLE.stream().anyMatch(body::contains)
                || !well && status == UNAVAILABLE && (body.isBlank() || retryAfter);
    }
}
