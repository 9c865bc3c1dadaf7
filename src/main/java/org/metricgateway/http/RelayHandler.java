package org.metricgateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import org.metricgateway.backend.BackendDown;

/** One connection to a backend: sends one request at a time and brings back its answer. */
final class RelayHandler extends ChannelInboundHandlerAdapter {

    private final IdleConnections home;
    private final Edge edge;
    final AnswerDecoder decoder = new AnswerDecoder();
    private Channel channel;
    private Alarm alarm;
    private Reply reply;
    private boolean used;
    private boolean free;

    RelayHandler(IdleConnections home, Edge edge) {
        this.home = home;
        this.edge = edge;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        channel = ctx.channel();
        alarm = new Alarm(channel.eventLoop(), this::timedOut);
    }

    boolean isOpen() {
        return channel.isActive();
    }

    void send(Call call, BackendRequest request) {
        reply = new Reply(call, channel, edge);
        call.runsOn(channel::close);
        call.attempt().sentOver(used);
        call.request().calls().sent();
        used = true;
        alarm.at(call.firstByteDue());
        decoder.answersHead(request.isHead());
        Turn.send(channel, request.bytes());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (reply == null || reply.call().isOver()) {
            // Nobody asked for this, or nobody waits for it any more: the connection is not to be trusted.
            ReferenceCountUtil.release(message);
            ctx.close();
            return;
        }
        try {
            if (reply.take(message)) {
                finish();
            }
        } catch (RuntimeException e) {
            broken(e);
        }
    }

    private void finish() {
        Reply whole = reply;
        reply = null;
        free = whole.keepsConnection() && channel.isActive() && Sending.isOver(channel);
        if (free) {
            alarm.in(IdleConnections.KEPT);
            channel.config().setAutoRead(true);
        } else {
            channel.close();
        }
        whole.end();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (reply != null) {
            reply.flush();
            if (!channel.config().isAutoRead()) {
                alarm.off();
            } else if (reply.hasHead()) {
                alarm.in(reply.patience());
            }
        } else if (free) {
            free = false; // Not before: what came behind the answer would be taken for the next one.
            home.give(this, channel.eventLoop());
        }
    }

    /** Reads on, now that the client has room again. */
    void resume() {
        if (reply != null && !channel.config().isAutoRead()) {
            alarm.in(reply.patience());
            channel.config().setAutoRead(true);
        }
    }

    void backendDown() {
        if (reply == null) {
            channel.close();
        } else if (!reply.hasHead()) {
            broken(new BackendDown());
        }
    }

    void timedOut() {
        try {
            if (reply == null) {
                channel.close();
            } else {
                reply.paused();
                alarm.in(reply.patience());
            }
        } catch (RuntimeException e) {
            broken(e);
        }
    }

    private void broken(RuntimeException reason) {
        Reply failed = reply;
        reply = null;
        channel.close();
        failed.breakOff(reason);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        alarm.stop();
        free = false;
        home.remove(this, channel.eventLoop());
        cutOff();
    }

    /** An answer that lasts until the connection ends must not be taken for whole when it breaks. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!Sending.failed(channel, cause)) {
            ctx.close();
            cutOff();
        }
    }

    private void cutOff() {
        if (reply != null) {
            broken(reply.cutOff());
        }
    }
}
