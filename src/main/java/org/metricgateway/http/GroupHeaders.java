package org.metricgateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.metricgateway.config.GroupSettings;

/** What a group's settings put on each request to its backends, in place of the client's. */
final class GroupHeaders {

    private GroupHeaders() {}

    static void set(HttpHeaders headers, GroupSettings group) {
        group.headers().forEach(headers::set);
        if (group.token().isPresent()) {
            headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + group.token().get());
        }
        if (group.login().isPresent()) {
            byte[] login = group.login().get().getBytes(StandardCharsets.UTF_8);
            headers.set(
                    HttpHeaderNames.AUTHORIZATION,
                    "Basic " + Base64.getEncoder().encodeToString(login));
        }
    }
}
