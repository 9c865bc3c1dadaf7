package org.metricgateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.DuplexChannel;
import java.io.IOException;

/** How far the sending of a request is. A backend may answer before it has read all of it, and then not read the rest. */
final class Sending {

    private Sending() {}

    /** Whether every byte is with the system. */
    static boolean isOver(Channel channel) {
        ChannelOutboundBuffer out = channel.unsafe().outboundBuffer();
        return out != null && out.isEmpty();
    }

    /** Whether only the sending failed. The answer may be there already: reading goes on, and tells of the end. */
    static boolean failed(Channel channel, Throwable cause) {
        return cause instanceof IOException && channel instanceof DuplexChannel duplex && duplex.isOutputShutdown();
    }
}
