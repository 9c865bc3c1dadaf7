package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.local.LocalChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.metricgateway.config.Dialect;
import org.metricgateway.routing.InfluxOperation;

/** The real route files between two seams: requests enter as the edge would hand them on, and {@code ask-group} is a stub. */
final class RealRoutes implements AutoCloseable {

    private static final List<String> FILES = List.of("beans", "backend", "kairosdb", "influxdb", "owners", "shares");

    private final CamelContext context = new DefaultCamelContext();
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final List<Received> sent = new ArrayList<>();
    private final EventLoopGroup loop = new DefaultEventLoopGroup(1);
    private final Channel client = new LocalChannel();

    private RealRoutes(Function<Asked, String> groups, UnaryOperator<String> change) throws Exception {
        for (String name : FILES) {
            String yaml = change.apply(Files.readString(Path.of("routes", name + ".camel.yaml")));
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(name + ".camel.yaml", yaml));
        }
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask-group").process(exchange -> answer(exchange, groups));
            }
        });
        context.start();
        loop.register(client).sync();
    }

    /** @param groups what they answer */
    static RealRoutes with(Function<Asked, String> groups) throws Exception {
        return new RealRoutes(groups, yaml -> yaml);
    }

    /**
     * @param properties instead of the bundled ones
     * @param groups what they answer
     */
    static RealRoutes configured(String properties, Function<Asked, String> groups) throws Exception {
        String bundled = "type: org.metricgateway.config.Configuration, factoryMethod: load }";
        String own = "type: org.metricgateway.support.Configured, factoryMethod: configuration, constructors: { 0: '"
                + properties.strip().replace("'", "''").replace("\n", "\n\n        ") + "' } }";
        return new RealRoutes(groups, yaml -> yaml.replace(bundled, own));
    }

    /** @param change what a user edits in the files */
    static RealRoutes edited(UnaryOperator<String> change) throws Exception {
        return new RealRoutes(group -> "{}", change);
    }

    private void answer(Exchange exchange, Function<Asked, String> groups) {
        Asked request = new Asked(
                exchange.getVariable("group", String.class),
                exchange.getMessage().getHeader(Exchange.HTTP_METHOD, String.class),
                text(exchange));
        asked.add(request);
        ByteBuf said = Unpooled.copiedBuffer(groups.apply(request), StandardCharsets.UTF_8);
        AnswerMessage answer = new AnswerMessage(
                context, new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, said));
        answer.setBody(new BufferBody(said));
        Collected collected = Collected.of(exchange);
        if (collected != null && collected.merged() != null) {
            ShareElements elements = new ShareElements(collected.share().positions().length);
            elements.add(client, said.retainedDuplicate());
            collected.found(elements.end());
        }
        exchange.setMessage(answer);
    }

    /** A request as it leaves the edge, with headers as name, value, name, value, …; what comes back is the exchange at its end. */
    Exchange send(String method, String uri, String body, String... headers) {
        DefaultHttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(method), uri);
        for (int i = 0; i < headers.length; i += 2) {
            head.headers().set(headers[i], headers[i + 1]);
        }
        ByteBuf bytes = Unpooled.copiedBuffer(body, StandardCharsets.UTF_8);
        Received received = new Received(head, bytes, client, new Peer("127.0.0.1", false), System.nanoTime());
        Exchange exchange = new DefaultExchange(context);
        sent.add(received);
        received.begins(exchange);
        RequestMessage message = new RequestMessage(context, received);
        message.setBody(new BufferBody(received.content()));
        exchange.setIn(message);
        received.speaks(InfluxOperation.of(received.path()) == null ? Dialect.KAIROSDB : Dialect.INFLUXDB);
        return context.createProducerTemplate()
                .send("direct:answer-" + received.dialect().word(), exchange);
    }

    /** The body of a request or of an answer, as text. */
    static String text(Exchange exchange) {
        ByteBuf body = Buffers.of(exchange.getMessage().getBody(), Unpooled.EMPTY_BUFFER.alloc());
        String text = body.toString(StandardCharsets.UTF_8);
        body.release();
        return text;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        sent.forEach(Received::done);
        context.stop();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
