package org.metricgateway.http;

import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * Why a request is not let in.
 *
 * @param status what the client gets
 * @param reason what was wrong and what to do, for people
 * @param closes whether the connection cannot go on, because what follows on it cannot be told from this request's rest
 */
record Refusal(HttpResponseStatus status, String reason, boolean closes) {

    static Refusal closing(HttpResponseStatus status, String reason) {
        return new Refusal(status, reason, true);
    }

    static Refusal keeping(HttpResponseStatus status, String reason) {
        return new Refusal(status, reason, false);
    }
}
