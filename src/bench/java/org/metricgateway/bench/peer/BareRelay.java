package org.metricgateway.bench.peer;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.metricgateway.support.ChildJvm;
import org.metricgateway.support.Ports;

/**
 * The floor on a JVM: what Netty itself takes to pass requests to one backend and answers back, on one event loop. It
 * reads HTTP, since it must know where a request ends, and does nothing else: no routes, no limits, no times, no meters.
 */
public final class BareRelay {

    private BareRelay() {}

    /** One that runs. */
    public record Running(Server server, ChildJvm jvm) implements AutoCloseable {

        @Override
        public void close() {
            jvm.stop();
        }
    }

    /** In a JVM of its own, on a free port, in front of that of the backend. */
    public static Running start(Path dir, int backend, String... flags) {
        int port = Ports.free();
        List<String> command = new ArrayList<>(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BareRelay.class.getName()));
        command.addAll(List.of("" + port, "" + backend));
        ChildJvm jvm = ChildJvm.start("relay", dir, command, Map.of());
        Server server = new Server("http://127.0.0.1:" + port, jvm.pid());
        jvm.awaitStatus(server.url() + "/1/", 200, "in use");
        return new Running(server, jvm);
    }

    /** @param arguments the port to listen on, and the port of the backend */
    public static void main(String[] arguments) throws InterruptedException {
        InetSocketAddress backend = new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[1]));
        EventLoopGroup loop = new NioEventLoopGroup(1);
        BackendPool pool = new BackendPool(loop.next(), backend);
        new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 4096)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel client) {
                        client.pipeline().addLast(new HttpServerCodec(), new ClientSide(pool));
                    }
                })
                .bind("127.0.0.1", Integer.parseInt(arguments[0]))
                .sync()
                .channel()
                .closeFuture()
                .sync();
    }
}
