package org.metricgateway.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.ssl.SslHandler;
import javax.net.ssl.SSLException;
import org.metricgateway.backend.Finding;

/** Asks a backend how it is, and reads the answer: on one connection, once or several times. */
final class ProbeHandler extends SimpleChannelInboundHandler<HttpObject> {

    private final ProbeClient client;
    private final ProbeConnection shared;
    private ChannelHandlerContext ctx;
    private ProbeCall call;
    private ProbeReading reading;
    private int served;

    /** @param first the call for which the connection is made */
    ProbeHandler(ProbeClient client, ProbeCall first) {
        this.client = client;
        this.shared = first.shared();
        this.call = first;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext its) {
        ctx = its;
    }

    @Override
    public void channelActive(ChannelHandlerContext its) {
        send();
    }

    /** Once more, on the same connection. */
    void ask(ProbeCall next) {
        call = next;
        call.runsOn(ctx.channel());
        send();
    }

    private void send() {
        reading = new ProbeReading();
        ctx.writeAndFlush(ProbeRequest.to(call.probe().backend()), ctx.voidPromise());
    }

    /** Probes that were answered on this connection. */
    int served() {
        return served;
    }

    void close() {
        ctx.close();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext its, HttpObject message) {
        if (call == null) {
            // Nobody has asked.
            close();
        } else if (message.decoderResult().isFailure()) {
            call.ends(Finding.failed("the answer to a probe is not HTTP"));
        } else if (reading.add(message)) {
            answered();
        }
    }

    private void answered() {
        served++;
        ProbeCall over = call;
        Finding finding =
                reading.answer().judgedBy(over.probe().backend().group().health());
        if (finding.outcome() == Finding.Outcome.PASSED && reading.leavesConnection()) {
            call = null;
            over.leavesChannel();
            shared.giveBack(this);
        }
        over.ends(finding);
    }

    @Override
    public void channelInactive(ChannelHandlerContext its) {
        if (call == null) {
            shared.lost(this);
        } else if (!isAskedAgain()) {
            call.ends(Finding.failed("a probe's connection was closed before it was answered"));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext its, Throwable cause) {
        SslHandler tls = its.pipeline().get(SslHandler.class);
        boolean shaken = tls == null || tls.handshakeFuture().isSuccess();
        if (call == null) {
            close();
        } else if (!isAskedAgain()) {
            call.fails(shaken ? cause : new SSLException(cause));
        }
    }

    /** That a kept connection broke says nothing yet: it may have been too old. A new one has the last word. */
    private boolean isAskedAgain() {
        if (served == 0 || reading.isBegun() || call.isOver() || ctx.executor().isShuttingDown()) {
            return false;
        }
        ProbeCall unanswered = call;
        call = null;
        close();
        client.connect(unanswered);
        return true;
    }
}
