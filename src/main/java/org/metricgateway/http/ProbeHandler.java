package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.Finding;
import org.metricgateway.backend.ProbeAnswer;
import org.metricgateway.backend.Signs;

/** Asks a backend how it is, and reads the answer. */
final class ProbeHandler extends SimpleChannelInboundHandler<HttpObject> {

    /** More of a body is not read. */
    private static final int BODY = 64 * 1024;

    private static final String AGENT = "metric-gateway-probe";

    private final ProbeCall call;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private HttpResponse head;

    ProbeHandler(ProbeCall call) {
        this.call = call;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        ctx.writeAndFlush(request(call.probe().backend()), ctx.voidPromise());
    }

    private static FullHttpRequest request(Backend backend) {
        FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, backend.basePath() + path(backend));
        request.headers()
                .set(HttpHeaderNames.HOST, backend.url().getRawAuthority())
                .set(HttpHeaderNames.USER_AGENT, AGENT)
                .set(HttpHeaderNames.ACCEPT, "*/*")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        GroupHeaders.set(request.headers(), backend.group());
        return request;
    }

    private static String path(Backend backend) {
        String own = backend.group().health().path();
        return !own.isEmpty()
                ? own
                : switch (backend.group().dialect()) {
                    case KAIROSDB -> "/api/v1/health/check";
                    case INFLUXDB -> "/ping";
                    case PROMETHEUS -> "/-/ready";
                    case HTTP -> "/";
                };
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, HttpObject message) {
        if (message.decoderResult().isFailure()) {
            call.ends(Finding.failed("the answer to a probe is not HTTP"));
            return;
        }
        if (message instanceof HttpResponse arrived) {
            head = arrived.status().codeClass() == HttpStatusClass.INFORMATIONAL ? null : arrived;
        }
        if (message instanceof HttpContent content && head != null) {
            read(content.content());
            if (content instanceof LastHttpContent || body.size() >= BODY) {
                call.ends(answer().judgedBy(call.probe().backend().group().health()));
            }
        }
    }

    private void read(ByteBuf bytes) {
        int length = Math.min(bytes.readableBytes(), BODY - body.size());
        body.writeBytes(ByteBufUtil.getBytes(bytes, bytes.readerIndex(), length));
    }

    private ProbeAnswer answer() {
        return new ProbeAnswer(
                head.status().code(),
                head.headers().contains(Signs.REDIRECT),
                head.headers().contains(HttpHeaderNames.RETRY_AFTER),
                body.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        call.ends(Finding.failed("a probe's connection was closed before it was answered"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        SslHandler tls = ctx.pipeline().get(SslHandler.class);
        boolean shaken = tls == null || tls.handshakeFuture().isSuccess();
        call.fails(shaken ? cause : new SSLException(cause));
    }
}
