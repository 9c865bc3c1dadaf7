package org.metricgateway.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.util.concurrent.Future;
import java.io.Closeable;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.Finding;
import org.metricgateway.backend.Probe;
import org.metricgateway.config.Dialect;

/** Sends probes, on connections of their own: what they find is about the backend, and not about a connection of clients'. */
final class ProbeClient implements Closeable {

    private final EventLoop loop;
    private final OffLoopNames names = new OffLoopNames();
    private final Tls tls = new Tls();

    /** Look-ups on their way: a name server that is silent must not have ever more of them to be silent about. */
    private final Map<InetSocketAddress, Future<InetSocketAddress>> lookups = new HashMap<>();

    ProbeClient(EventLoop loop) {
        this.loop = loop;
    }

    EventLoop loop() {
        return loop;
    }

    /**
     * To be called on its event loop. The time limit covers looking the name up, connecting and TLS too. Where there is any doubt about
     * the backend its probe has a new connection: a kept one does not show that others can connect.
     */
    void send(Probe probe, ProbeConnection shared, Runnable whenOver) {
        Backend backend = probe.backend();
        ProbeCall call = new ProbeCall(probe, shared, whenOver);
        long limit = backend.group().health().timeout().toNanos();
        call.endsAtLatest(loop.schedule(call::late, limit, TimeUnit.NANOSECONDS));
        ProbeHandler kept = shared.take();
        if (kept != null && backend.isActive()) {
            kept.ask(call);
            return;
        }
        if (kept != null) {
            kept.close();
        }
        connect(call);
    }

    /** On a new connection. */
    void connect(ProbeCall call) {
        Backend backend = call.probe().backend();
        String host = backend.url().getHost().replaceAll("[\\[\\]]", "");
        address(InetSocketAddress.createUnresolved(host, backend.port())).addListener(found -> {
            if (!found.isSuccess()) {
                call.fails(found.cause());
            } else if (!call.isOver()) {
                connect(call, host, (InetSocketAddress) found.getNow());
            }
        });
    }

    private Future<InetSocketAddress> address(InetSocketAddress unresolved) {
        Future<InetSocketAddress> known = lookups.get(unresolved);
        if (known != null) {
            return known;
        }
        Future<InetSocketAddress> lookup = names.getResolver(loop).resolve(unresolved);
        lookups.put(unresolved, lookup);
        lookup.addListener(over -> lookups.remove(unresolved));
        return lookup;
    }

    private void connect(ProbeCall call, String host, InetSocketAddress address) {
        Backend backend = call.probe().backend();
        boolean secure = "https".equals(backend.url().getScheme());
        boolean asks = backend.group().dialect() != Dialect.HTTP
                || !backend.group().health().path().isEmpty();
        ChannelFuture connecting = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (secure) {
                            channel.pipeline().addLast(tls.handler(channel, backend.group(), host, backend.port()));
                        }
                        if (asks) {
                            channel.pipeline().addLast(new HttpClientCodec(), new ProbeHandler(ProbeClient.this, call));
                        }
                    }
                })
                .connect(address);
        call.runsOn(connecting.channel());
        connecting.addListener(connected -> {
            if (!connected.isSuccess()) {
                call.fails(connected.cause());
            } else if (!asks) {
                call.ends(Finding.passed("connected"));
            }
        });
    }

    @Override
    public void close() {
        names.close();
    }
}
