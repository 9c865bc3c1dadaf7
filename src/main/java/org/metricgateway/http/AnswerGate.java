package org.metricgateway.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * What every answer passes on its way to the client: it gives it its last shape, sees that the client takes it, and lets the next
 * request pass after it.
 */
final class AnswerGate extends ChannelDuplexHandler implements ChannelFutureListener {

    private final Edge edge;
    private final AnswerProgress answer;
    private final Guard guard;
    private final Runnable lateFlush = this::flushNow;
    private ChannelHandlerContext ctx;
    private Alarm alarm;
    private boolean ends;
    private boolean late;

    AnswerGate(Edge edge, AnswerProgress answer, Guard guard) {
        this.edge = edge;
        this.answer = answer;
        this.guard = guard;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ctx = context;
        alarm = new Alarm(context.executor(), this::pausedTaking);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        alarm.stop();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        Object out = message instanceof HttpResponse head ? answer.dress(head) : message;
        if (out instanceof HttpContent content) {
            answer.passes(content.content().readableBytes());
        }
        ends |= out instanceof LastHttpContent;
        context.write(out, out instanceof LastHttpContent ? promise.unvoid().addListener(this) : promise);
    }

    /** Who sends a part of an answer may want to know at once whether there is room for more; the end of one can wait its turn. */
    @Override
    public void flush(ChannelHandlerContext context) {
        if (!ends || late) {
            flushNow();
        } else {
            late = true;
            Turn.of(context.channel().eventLoop()).atEnd(lateFlush);
        }
    }

    private void flushNow() {
        ends = false;
        late = false;
        ctx.flush();
        if (!alarm.isOn() && answer.isPending()) {
            answer.isTaken();
            alarm.in(edge.settings().clientTimeout());
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        answer.writabilityChanged();
        context.fireChannelWritabilityChanged();
    }

    private void pausedTaking() {
        if (answer.isTaken()) {
            alarm.in(edge.settings().clientTimeout());
        } else {
            Hangup.reset(ctx.channel());
        }
    }

    /** The last byte of an answer was written, or never will be. */
    @Override
    public void operationComplete(ChannelFuture future) {
        alarm.off();
        answer.over(future.isSuccess());
        if (!future.isSuccess()) {
            ctx.close();
        } else if (answer.closes()) {
            guard.end();
        } else {
            guard.next();
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (late) {
            flushNow();
        }
        if (answer.isDue()) {
            // Camel closes a connection when something throws, and a stop when its time is over.
            answer.refuse(edge.isOver() ? Refusal.STOPPED : Refusal.FAILED, () -> context.close(promise));
        } else if (edge.isOver() && answer.isUnfinished()) {
            Hangup.withReset(context.channel());
            context.close(promise);
        } else {
            context.close(promise);
        }
    }
}
