package org.metricgateway.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import org.metricgateway.config.Dialect;

/**
 * Why a request is not let in.
 *
 * @param status what the client gets
 * @param reason what was wrong and what to do, for people
 * @param closes whether the connection cannot go on, because what follows on it cannot be told from this request's rest
 */
record Refusal(HttpResponseStatus status, String reason, boolean closes) {

    static final Refusal NO_CONNECTION =
            closing(HttpResponseStatus.SERVICE_UNAVAILABLE, "gateway.limit.connections are open; come again later");
    static final Refusal LATE =
            closing(HttpResponseStatus.REQUEST_TIMEOUT, "the request did not arrive in time (gateway.timeout.client)");
    static final Refusal STOPPED = closing(
            HttpResponseStatus.SERVICE_UNAVAILABLE,
            "the gateway stops, and gateway.shutdown.grace was too short for this request; come again later");
    static final Refusal FAILED = closing(HttpResponseStatus.INTERNAL_SERVER_ERROR, "internal error");
    static final Refusal NO_REQUEST = keeping("gateway.limit.requests are in flight; come again later");
    static final Refusal NO_BYTES = keeping("gateway.limit.bytes are held; come again later");

    static Refusal closing(HttpResponseStatus status, String reason) {
        return new Refusal(status, reason, true);
    }

    private static Refusal keeping(String reason) {
        return new Refusal(HttpResponseStatus.SERVICE_UNAVAILABLE, reason, false);
    }

    /** The same for a client whose body is not waited for: whether it comes all the same cannot be known. */
    Refusal unread() {
        return closing(status, reason);
    }

    OwnAnswer answerTo(Received request, Edge edge) {
        Dialect dialect = edge.paths().dialectOf(request.path());
        request.speaks(dialect);
        return OwnAnswer.error(dialect, status, List.of(reason), request.id());
    }
}
