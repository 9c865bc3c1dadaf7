package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import org.apache.camel.Message;
import org.metricgateway.backend.Attempt;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.GroupSettings.Partial;
import org.metricgateway.config.Settings;
import org.metricgateway.merge.Errors;
import org.metricgateway.merge.QueryAnswer;
import org.metricgateway.merge.WriteOutcome;
import org.metricgateway.routing.Share;

/**
 * How one share of a request ended.
 *
 * @param failure why there is no answer; null if there is one
 * @param answer null if there is none
 * @param elements of a query's answer; null otherwise
 * @param sent whether a backend was sent it and may have done it
 */
record ShareResult(Share share, Throwable failure, Message answer, QueryAnswer elements, boolean sent) {

    static ShareResult of(Collected collected, Throwable failure, Message message, Attempt attempt) {
        boolean answered = failure == null && message instanceof AnswerMessage;
        return new ShareResult(
                collected.share(),
                answered ? null : failure,
                answered ? message : null,
                collected.elements(),
                attempt != null && attempt.mayBeDone());
    }

    /** The same, once its answer has turned out to be none. */
    ShareResult failed(Throwable why) {
        return new ShareResult(share, why, null, null, sent);
    }

    /** The owner's status, or what a client gets for the failure. */
    int status() {
        return failure == null ? ((AnswerMessage) answer).status() : Statuses.of(failure);
    }

    /** The owner's body, or the reason of the failure. */
    String text() {
        return failure == null ? answer.getBody().toString() : Statuses.reason(failure, share.group());
    }

    ByteBuf buffer() {
        return ((BufferBody) answer.getBody()).buffer();
    }

    boolean succeeded() {
        return failure == null && status() >= 200 && status() < 300;
    }

    /** Whether the answer may do without it; a client's own mistake is never left out. */
    boolean mayBeMissing(Settings settings) {
        return settings.groups().get(share.group()).partial() == Partial.WARN && status() >= 500;
    }

    /** Of a write, in the dialect's own words. */
    WriteOutcome outcome(Dialect dialect) {
        String group = share.group();
        if (failure != null) {
            return sent
                    ? WriteOutcome.unknown(group, status(), failure.getMessage())
                    : WriteOutcome.notSent(group, status(), failure.getMessage());
        }
        return dialect == Dialect.INFLUXDB
                ? WriteOutcome.answered(group, status(), Errors.readInfluxdb(text()))
                : WriteOutcome.answered(group, share.positions(), status(), text());
    }
}
