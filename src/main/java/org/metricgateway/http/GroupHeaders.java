package org.metricgateway.http;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.metricgateway.config.GroupSettings;

/**
 * What a group's settings put on each request to its backends, and what of the client's goes no further. All backends of a group share
 * one: of many, each of which is asked now and then, the processor's caches hold little.
 */
final class GroupHeaders {

    private final HttpHeaders own = new DefaultHttpHeaders();
    private final HttpHeaders replaced = new DefaultHttpHeaders();
    private final HttpHeaders replacedOfStrangers;

    GroupHeaders(GroupSettings group) {
        set(own, group);
        own.names().forEach(name -> replaced.set(name, ""));
        EndToEnd.HOP_BY_HOP.forEach(name -> replaced.set(name, ""));
        for (CharSequence name : List.of(
                HttpHeaderNames.CONTENT_LENGTH, HttpHeaderNames.HOST, EndToEnd.REQUEST_ID, EndToEnd.FORWARDED_FOR)) {
            replaced.set(name, "");
        }
        this.replacedOfStrangers = replaced.copy();
        for (CharSequence name : Peer.claims()) {
            replacedOfStrangers.set(name, "");
        }
    }

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

    void write(HeadWriter writer) {
        own.forEach(header -> writer.line(header.getKey(), header.getValue()));
    }

    /** Whether a client's header of this name goes no further. */
    boolean replaces(CharSequence name, Peer client) {
        return (client.trusted() ? replaced : replacedOfStrangers).contains(name);
    }

    /** Whether the group's settings have the last word about this header. */
    boolean has(CharSequence name) {
        return own.contains(name);
    }
}
