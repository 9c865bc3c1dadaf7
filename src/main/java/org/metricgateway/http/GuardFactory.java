package org.metricgateway.http;

import io.netty.channel.ChannelHandler;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;

/** A {@link Guard} for each client connection. */
public final class GuardFactory extends DefaultChannelHandlerFactory {

    private final Edge edge;

    public GuardFactory(Edge edge) {
        this.edge = edge;
    }

    @Override
    public ChannelHandler newChannelHandler() {
        return new Guard(edge);
    }
}
