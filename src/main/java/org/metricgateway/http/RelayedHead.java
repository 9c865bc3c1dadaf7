package org.metricgateway.http;

import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** The head of a backend's answer whose body follows as it arrives. */
final class RelayedHead extends DefaultHttpResponse {

    RelayedHead(HttpResponseStatus status, HttpHeaders headers) {
        super(HttpVersion.HTTP_1_1, status, headers);
    }
}
