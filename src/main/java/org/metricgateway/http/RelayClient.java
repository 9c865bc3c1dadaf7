package org.metricgateway.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.io.Closeable;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.BackendConnection;
import org.metricgateway.backend.NotConnected;
import org.metricgateway.config.GroupSettings;

/** Connects to backends, and keeps what their connections have in common. */
public final class RelayClient implements Closeable {

    private final Edge edge;
    private final OffLoopNames names = new OffLoopNames();
    private final Tls tls = new Tls();
    private final Map<String, GroupHeaders> headers = new ConcurrentHashMap<>();

    public RelayClient(Edge edge) {
        this.edge = edge;
    }

    GroupHeaders headersOf(GroupSettings group) {
        return headers.computeIfAbsent(group.name(), name -> new GroupHeaders(group));
    }

    /** Takes the request over. To be called on the call's event loop. */
    void send(Call call, BackendRequest request, IdleConnections idle) {
        RelayHandler connection = call.attempt().wantsFreshConnection() ? null : idle.take(call.loop());
        if (connection != null) {
            connection.send(call, request);
        } else {
            connect(call, request, new RelayHandler(idle, edge));
        }
    }

    /** The time to connect covers the look-up of the name and the TLS handshake too. */
    private void connect(Call call, BackendRequest request, RelayHandler connection) {
        URI url = call.attempt().backend().url();
        int port = url.getPort() >= 0 ? url.getPort() : isSecure(url) ? 443 : 80;
        String host = url.getHost().replaceAll("[\\[\\]]", "");
        ChannelFuture connecting =
                bootstrap(call, connection, host, port).connect(InetSocketAddress.createUnresolved(host, port));
        call.runsOn(() -> connecting.channel().close());
        tellIfDown(connection, connecting.channel(), call.attempt().backend());
        Future<?> late = call.loop()
                .schedule(() -> call.abort(call.late()), call.connectDue() - System.nanoTime(), TimeUnit.NANOSECONDS);
        connecting.addListener(connected -> {
            SslHandler tls = connecting.channel().pipeline().get(SslHandler.class);
            Future<?> ready = connected.isSuccess() && tls != null ? tls.handshakeFuture() : connecting;
            ready.addListener(done -> {
                late.cancel(false);
                begin(call, request, connection, done);
            });
        });
    }

    private static void tellIfDown(RelayHandler connection, Channel channel, Backend backend) {
        BackendConnection told = () -> channel.eventLoop().execute(connection::backendDown);
        backend.connected(told);
        channel.closeFuture().addListener(closed -> backend.disconnected(told));
    }

    private Bootstrap bootstrap(Call call, RelayHandler connection, String host, int port) {
        return new Bootstrap()
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
                        if (isSecure(call.attempt().backend().url())) {
                            channel.pipeline().addLast("tls", tls.handler(channel, call.group(), host, port));
                        }
                        channel.pipeline().addLast("http", connection.decoder).addLast("relay", connection);
                    }
                });
    }

    private static boolean isSecure(URI url) {
        return "https".equals(url.getScheme());
    }

    private static void begin(Call call, BackendRequest request, RelayHandler connection, Future<?> connected) {
        if (call.isOver()) {
            request.bytes().release();
        } else if (connected.isSuccess() && connection.isOpen()) {
            connection.send(call, request);
        } else {
            request.bytes().release();
            call.fail(new NotConnected(connected.cause()));
        }
    }

    @Override
    public void close() {
        names.close();
    }
}
