package org.metricgateway.http;

import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import org.metricgateway.backend.Backend;

/** What a backend is probed with. */
final class ProbeRequest {

    private static final String AGENT = "metric-gateway-probe";

    private ProbeRequest() {}

    static FullHttpRequest to(Backend backend) {
        FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, backend.basePath() + path(backend));
        request.headers()
                .set(HttpHeaderNames.HOST, backend.url().getRawAuthority())
                .set(HttpHeaderNames.USER_AGENT, AGENT)
                .set(HttpHeaderNames.ACCEPT, "*/*");
        GroupHeaders.set(request.headers(), backend.group());
        return request;
    }

    private static String path(Backend backend) {
        String own = backend.group().health().path();
        return !own.isEmpty()
                ? own
                : switch (backend.group().dialect()) {
                    case KAIROSDB -> "/api/v1/health/check";
                    case INFLUXDB -> "/ping";
                    case PROMETHEUS -> "/-/ready";
                    case HTTP -> "/";
                };
    }
}
