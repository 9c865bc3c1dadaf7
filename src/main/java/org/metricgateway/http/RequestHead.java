package org.metricgateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The headers of a request on its way to a backend: the client's end-to-end ones, and what the gateway and the group's settings put
 * in their place. They are written as they are read: no map of them is filled, changed and read again for each request.
 */
final class RequestHead {

    private final BackendHeaders own;
    private final GroupHeaders group;
    private final Peer client;
    private final HeadWriter writer;

    RequestHead(BackendHeaders own, Peer client, HeadWriter writer) {
        this.own = own;
        this.group = own.group();
        this.client = client;
        this.writer = writer;
    }

    /** @param collected whether the answer is read here: it must not be compressed */
    void pass(HttpHeaders sent, boolean collected) {
        Set<String> named = EndToEnd.named(sent);
        for (Iterator<Map.Entry<CharSequence, CharSequence>> all = sent.iteratorCharSequence(); all.hasNext(); ) {
            Map.Entry<CharSequence, CharSequence> header = all.next();
            CharSequence name = header.getKey();
            boolean stays = group.replaces(name, client)
                    || LazyMessage.isCamels(name)
                    || collected && HttpHeaderNames.ACCEPT_ENCODING.contentEqualsIgnoreCase(name)
                    || !named.isEmpty() && named.contains(name.toString().toLowerCase(Locale.ROOT));
            if (!stays) {
                writer.line(name, header.getValue());
            }
        }
        if (collected) {
            add(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.IDENTITY);
        }
        client.introduce(sent, this);
        writer.lines(own.bytes());
    }

    /** Unless the group's settings have a value of their own for it. */
    void add(CharSequence name, CharSequence value) {
        if (!group.has(name)) {
            writer.line(name, value);
        }
    }
}
