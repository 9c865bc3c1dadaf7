package org.metricgateway.http;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import org.metricgateway.config.Settings;

/** Event loops, on threads of Netty's own kind: its buffer pools know these. */
public final class Loops {

    private Loops() {}

    /** For clients and backends. */
    public static EventLoopGroup ofData(Settings settings) {
        return of("data", settings.loops());
    }

    /** For operators, so that they are answered however busy the others are. */
    public static EventLoopGroup ofAdmin() {
        return of("admin", 1);
    }

    /** For probes, so that they say how the backends are, and not how busy the gateway is. */
    static EventLoopGroup ofProbes() {
        return of("probes", 1);
    }

    /**
     * @param name of the threads
     * @param count how many
     */
    private static EventLoopGroup of(String name, int count) {
        return new NioEventLoopGroup(count, new DefaultThreadFactory(name, true));
    }
}
