package org.metricgateway.bench.peer;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/** The idle connections to one backend, used on their own event loop only: no lock is needed. */
final class BackendPool {

    private final ArrayDeque<BackendSide> idle = new ArrayDeque<>();
    private final Bootstrap connecting;

    BackendPool(EventLoop loop, InetSocketAddress backend) {
        connecting = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpClientCodec(), new BackendSide(BackendPool.this, channel));
                    }
                })
                .remoteAddress(backend);
    }

    /** @param user gets a connection at once or later, null if there is none to be had */
    void take(Consumer<BackendSide> user) {
        BackendSide side = idle.pollFirst();
        if (side != null) {
            user.accept(side);
        } else {
            connecting.connect().addListener((ChannelFuture done) -> user.accept(connected(done)));
        }
    }

    private static BackendSide connected(ChannelFuture done) {
        return done.isSuccess() ? done.channel().pipeline().get(BackendSide.class) : null;
    }

    void giveBack(BackendSide side) {
        idle.addFirst(side);
    }

    void forget(BackendSide side) {
        idle.remove(side);
    }
}
