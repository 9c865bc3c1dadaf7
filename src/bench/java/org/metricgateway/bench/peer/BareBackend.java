package org.metricgateway.bench.peer;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Gives every request the same answer, as fast as may be: a backend where nginx is not at hand. */
public final class BareBackend implements AutoCloseable {

    private final EventLoopGroup loop = new NioEventLoopGroup(1);
    private final Channel server;

    private BareBackend(String json) throws InterruptedException {
        ChannelInboundHandlerAdapter answering = new Answering(json);
        server = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 4096)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel client) {
                        client.pipeline().addLast(new HttpRequestDecoder(), answering);
                    }
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
    }

    /** On a free port. */
    public static BareBackend start(String json) throws InterruptedException {
        return new BareBackend(json);
    }

    public int port() {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Sharable
    private static final class Answering extends ChannelInboundHandlerAdapter {

        private final ByteBuf answer;

        Answering(String json) {
            String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n";
            byte[] whole = (head.formatted(json.length()) + json).getBytes(StandardCharsets.US_ASCII);
            answer = Unpooled.unreleasableBuffer(
                    Unpooled.directBuffer(whole.length).writeBytes(whole));
        }

        @Override
        public void channelRead(ChannelHandlerContext client, Object part) {
            ReferenceCountUtil.release(part);
            if (part instanceof LastHttpContent) {
                client.write(answer.duplicate(), client.voidPromise());
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext client) {
            client.flush();
        }
    }
}
