package org.metricgateway.house.wrong.http;

import io.netty.handler.codec.http.HttpMethod;

/** May name Netty. */
public final class Binding {

    public HttpMethod method() {
        return HttpMethod.GET;
    }
}
