package org.metricgateway.http;

import java.util.List;
import org.apache.camel.Exchange;

/** A step that a group gave no good answer to: the whole request has none. */
record StepFailure(StepAnswer answer, List<ShareResult> failed, int before) {

    static StepFailure of(StepAnswer answer, Statements statements) {
        boolean written = statements.query().statements().stream()
                .limit(answer.step().first())
                .anyMatch(statement -> !statement.kind().isRead());
        return new StepFailure(answer, answer.failed(), written ? answer.step().first() : 0);
    }

    /** In the owner's words where they are all there is to say, else in the gateway's. */
    void end(Exchange exchange) {
        ShareResult first = failed.get(0);
        boolean changed = before > 0 || answer.step().split() && !answer.kind().isRead();
        if (first.failure() == null && first.status() < 502 && first.status() >= 400 && !changed) {
            exchange.setMessage(first.answer());
            return;
        }
        ShareFailed worst = ShareFailed.worst(failed, null);
        // An owner's own words may repeat a password, and this reason is logged.
        String reason = changed || first.failure() == null ? answer.fates() : worst.getMessage();
        exchange.setException(worst.saying(reason + executed()));
    }

    private String executed() {
        return switch (before) {
            case 0 -> "";
            case 1 -> "; the statement before was executed";
            default -> "; the " + before + " statements before were executed";
        };
    }
}
