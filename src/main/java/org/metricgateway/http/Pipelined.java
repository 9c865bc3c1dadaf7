package org.metricgateway.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;

/** What a client sent before the answer to its last request was written. Past a bound, its connection is not read. */
final class Pipelined {

    private static final int LIMIT = 256 * 1024;
    /** What a head takes besides its characters. */
    private static final int HEAD = 1024;

    private final Deque<Object> messages = new ArrayDeque<>(0);
    private int bytes;

    void add(Channel client, Object message) {
        messages.add(message);
        bytes += sizeOf(message);
        if (bytes > LIMIT) {
            client.config().setAutoRead(false);
        }
    }

    Object next(Channel client) {
        Object message = messages.poll();
        bytes -= sizeOf(message);
        if (bytes <= LIMIT && !client.config().isAutoRead()) {
            client.config().setAutoRead(true);
        }
        return message;
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    void clear() {
        messages.forEach(ReferenceCountUtil::release);
        messages.clear();
        bytes = 0;
    }

    private static int sizeOf(Object message) {
        int size = message instanceof HttpContent content ? content.content().readableBytes() : 0;
        if (message instanceof HttpRequest head) {
            size += HEAD + head.uri().length();
            for (Iterator<Map.Entry<CharSequence, CharSequence>> all =
                            head.headers().iteratorCharSequence();
                    all.hasNext(); ) {
                Map.Entry<CharSequence, CharSequence> header = all.next();
                size += header.getKey().length() + header.getValue().length();
            }
        }
        return size;
    }
}
