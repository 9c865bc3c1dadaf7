package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;

/** What goes to each owner of a split write. The request keeps the buffers. */
final class ShareBodies {

    private static final String PROPERTY = "metric-gateway.share-bodies";

    private final Map<String, BufferBody> bodies = new HashMap<>();

    void begins(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    /** Null where shares are not made beforehand. */
    static ShareBodies of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, ShareBodies.class);
    }

    void put(String group, ByteBuf body) {
        bodies.put(group, new BufferBody(body));
    }

    BufferBody of(String group) {
        return bodies.get(group);
    }
}
