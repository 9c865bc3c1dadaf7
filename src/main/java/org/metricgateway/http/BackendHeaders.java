package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import org.metricgateway.backend.Backend;

/** What every request to one backend carries, whoever sent it, as bytes that are made once; and what of the client's it replaces. */
final class BackendHeaders {

    private final Backend backend;
    private final HttpHeaders groups = new DefaultHttpHeaders();
    private final HttpHeaders replaced = new DefaultHttpHeaders();
    private final HttpHeaders replacedOfStrangers;
    private final byte[] lines;

    BackendHeaders(Backend backend) {
        this.backend = backend;
        GroupHeaders.set(groups, backend.group());
        groups.names().forEach(name -> replaced.set(name, ""));
        EndToEnd.HOP_BY_HOP.forEach(name -> replaced.set(name, ""));
        for (CharSequence name : List.of(
                HttpHeaderNames.CONTENT_LENGTH, HttpHeaderNames.HOST, EndToEnd.REQUEST_ID, EndToEnd.FORWARDED_FOR)) {
            replaced.set(name, "");
        }
        this.replacedOfStrangers = replaced.copy();
        for (CharSequence name : Peer.claims()) {
            replacedOfStrangers.set(name, "");
        }
        this.lines = lines();
    }

    private byte[] lines() {
        ByteBuf bytes = Unpooled.buffer();
        HeadWriter writer = new HeadWriter(bytes);
        writer.line(HttpHeaderNames.HOST, backend.url().getRawAuthority());
        groups.forEach(header -> writer.line(header.getKey(), header.getValue()));
        if (!setByGroup(HttpHeaderNames.VIA)) {
            writer.line(HttpHeaderNames.VIA, AnswerDress.VIA);
        }
        return ByteBufUtil.getBytes(bytes);
    }

    Backend backend() {
        return backend;
    }

    /** Whole header lines. */
    byte[] bytes() {
        return lines;
    }

    /** Whether a client's header of this name goes no further. */
    boolean replaces(CharSequence name, Peer client) {
        return (client.trusted() ? replaced : replacedOfStrangers).contains(name);
    }

    /** Whether the group's settings have the last word about this header. */
    boolean setByGroup(CharSequence name) {
        return groups.contains(name);
    }
}
