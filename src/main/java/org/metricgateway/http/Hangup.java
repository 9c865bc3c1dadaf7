package org.metricgateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import java.time.Duration;

/** How a connection ends. */
final class Hangup {

    /** How long a client may take to close its side after the gateway closed its own. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private Hangup() {}

    /** So that nobody takes what was sent for a whole answer. */
    static void reset(Channel channel) {
        withReset(channel);
        channel.close();
    }

    /** The close that comes next is a reset. */
    static void withReset(Channel channel) {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
    }

    /** So that bytes the client is still sending do not destroy the answer on its way. */
    static void gently(Channel channel) {
        if (channel instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
        } else {
            channel.close();
        }
    }
}
