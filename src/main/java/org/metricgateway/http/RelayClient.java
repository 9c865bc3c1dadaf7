package org.metricgateway.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.io.Closeable;
import java.net.InetSocketAddress;
import java.net.URI;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.NotConnected;

/** Connects to backends, and keeps what their connections have in common. */
public final class RelayClient implements Closeable {

    private static final int CHUNK = 64 * 1024;

    private final Edge edge;
    private final OffLoopNames names = new OffLoopNames();
    private final Tls tls = new Tls();

    public RelayClient(Edge edge) {
        this.edge = edge;
    }

    /** Takes the request over. To be called on the call's event loop. */
    void send(Call call, FullHttpRequest request, IdleConnections idle) {
        RelayHandler connection = call.attempt().wantsFreshConnection() ? null : idle.take();
        if (connection != null) {
            connection.send(call, request);
        } else {
            connect(call, request, new RelayHandler(idle, edge));
        }
    }

    private void connect(Call call, FullHttpRequest request, RelayHandler connection) {
        Backend backend = call.attempt().backend();
        URI url = backend.url();
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        String host = url.getHost().replaceAll("[\\[\\]]", "");
        ChannelFuture connecting = new Bootstrap()
                .group(call.loop())
                .channel(NioSocketChannel.class)
                .resolver(names)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.AUTO_CLOSE, false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        call.group().timeouts().connect().toMillis())
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        ChannelPipeline pipeline = channel.pipeline();
                        if (secure) {
                            pipeline.addLast("tls", tls.handler(channel, backend.group(), host, port));
                        }
                        pipeline.addLast(
                                "http",
                                new HttpClientCodec(
                                        new HttpDecoderConfig()
                                                .setMaxHeaderSize(StrictDecoder.REQUEST_LINE)
                                                .setMaxChunkSize(CHUNK),
                                        false,
                                        false));
                        pipeline.addLast("relay", connection);
                    }
                })
                .connect(InetSocketAddress.createUnresolved(host, port));
        call.runsOn(() -> connecting.channel().close());
        connecting.addListener(connected -> {
            SslHandler handshaking = connecting.channel().pipeline().get(SslHandler.class);
            if (connected.isSuccess() && handshaking != null) {
                handshaking.handshakeFuture().addListener(done -> begin(call, request, connection, done));
            } else {
                begin(call, request, connection, connected);
            }
        });
    }

    private static void begin(Call call, FullHttpRequest request, RelayHandler connection, Future<?> connected) {
        if (call.isOver()) {
            request.release();
        } else if (connected.isSuccess()) {
            connection.send(call, request);
        } else {
            request.release();
            call.fail(new NotConnected(connected.cause()));
        }
    }

    @Override
    public void close() {
        names.close();
    }
}
