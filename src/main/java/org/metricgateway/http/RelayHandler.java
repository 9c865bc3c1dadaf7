package org.metricgateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import org.metricgateway.backend.BrokenAnswer;
import org.metricgateway.backend.ClosedUnanswered;
import org.metricgateway.backend.NotConnected;
import org.metricgateway.backend.TooSlow;

/** One connection to a backend: sends one request at a time and brings back its answer. */
final class RelayHandler extends ChannelInboundHandlerAdapter {

    /** An answer that goes on longer than this is passed on as it comes, however small. */
    private static final Duration WHOLE_WITHIN = Duration.ofSeconds(1);

    private final IdleConnections home;
    private final Edge edge;
    private Channel channel;
    private Alarm alarm;
    private Call call;
    private HttpResponse head;
    private AnswerSink sink;
    private boolean used;

    RelayHandler(IdleConnections home, Edge edge) {
        this.home = home;
        this.edge = edge;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        channel = ctx.channel();
        alarm = new Alarm(ctx.executor(), this::timedOut);
    }

    boolean isOpen() {
        return channel.isActive();
    }

    void send(Call next, FullHttpRequest request) {
        if (!channel.isActive()) {
            request.release();
            next.fail(new NotConnected(null));
            return;
        }
        call = next;
        next.runsOn(channel::close);
        next.attempt().sentOver(used);
        next.request().sent();
        used = true;
        alarm.at(next.firstByteDue());
        channel.writeAndFlush(request, channel.voidPromise());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (call == null || call.isOver()) {
            // Nobody asked for this, or nobody waits for it any more: the connection is not to be trusted.
            ReferenceCountUtil.release(message);
            ctx.close();
            return;
        }
        if (message instanceof HttpResponse next && !begins(next)) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpContent content && head != null) {
            take(content);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    /** False for an answer that announces another, and for what is no answer at all. */
    private boolean begins(HttpResponse next) {
        if (next.decoderResult().isFailure()) {
            broken(new BrokenAnswer("is not HTTP"));
            return false;
        }
        if (next.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            return false;
        }
        head = next;
        call.attempt().headArrived(next.status().code());
        sink = AnswerSink.of(next, call, channel, edge);
        return true;
    }

    private void take(HttpContent content) {
        if (content.decoderResult().isFailure()) {
            content.release();
            broken(new BrokenAnswer("is not HTTP"));
            return;
        }
        boolean last = content instanceof LastHttpContent;
        try {
            sink = sink.take(content);
        } catch (RuntimeException e) {
            broken(e);
            return;
        }
        if (last) {
            finish();
        }
    }

    private void finish() {
        AnswerSink whole = sink;
        boolean reusable = HttpUtil.isKeepAlive(head) && channel.isActive();
        call = null;
        head = null;
        sink = null;
        if (reusable) {
            alarm.in(IdleConnections.KEPT);
            channel.config().setAutoRead(true);
            home.give(this);
        } else {
            channel.close();
        }
        whole.end();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (call != null && sink != null) {
            sink.flush();
            if (channel.config().isAutoRead()) {
                alarm.in(
                        sink.isRelaying() || call.isCollected()
                                ? call.group().timeouts().idle()
                                : WHOLE_WITHIN);
            } else {
                alarm.off();
            }
        }
        ctx.fireChannelReadComplete();
    }

    /** Reads on, now that the client has room again. */
    void resume() {
        if (call != null && !channel.config().isAutoRead()) {
            alarm.in(call.group().timeouts().idle());
            channel.config().setAutoRead(true);
        }
    }

    private void timedOut() {
        if (call == null) {
            channel.close();
        } else if (head == null) {
            broken(new TooSlow("did not answer in time"));
        } else if (sink.isRelaying() || call.isCollected()) {
            broken(new TooSlow("paused within its answer"));
        } else {
            sink = sink.relayNow();
            alarm.in(call.group().timeouts().idle());
        }
    }

    private void broken(RuntimeException reason) {
        Call failed = call;
        AnswerSink partial = sink;
        call = null;
        head = null;
        sink = null;
        channel.close();
        if (partial != null) {
            partial.breakOff();
        }
        failed.fail(reason);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        alarm.stop();
        home.remove(this);
        if (call != null && call.isOver()) {
            if (sink != null) {
                sink.breakOff();
            }
            call = null;
        } else if (call != null) {
            broken(head == null ? new ClosedUnanswered() : new BrokenAnswer("broke off"));
        }
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
