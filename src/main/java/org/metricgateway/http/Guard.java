package org.metricgateway.http;

import static io.netty.handler.codec.http.HttpResponseStatus.BAD_REQUEST;
import static io.netty.handler.codec.http.HttpResponseStatus.INTERNAL_SERVER_ERROR;
import static io.netty.handler.codec.http.HttpResponseStatus.REQUEST_TIMEOUT;
import static io.netty.handler.codec.http.HttpResponseStatus.SERVICE_UNAVAILABLE;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.List;

/**
 * Stands between one client connection and Camel: lets one request at a time pass, bounds what the client may take of bytes and
 * time, and sees to it that every request gets an answer in a proper shape.
 */
final class Guard extends ChannelDuplexHandler implements ChannelFutureListener {

    private static final Duration IDLE = Duration.ofSeconds(75);

    private enum State {
        READING,
        ANSWERING,
        ENDING
    }

    private final Edge edge;
    private final Pipelined waiting = new Pipelined();
    private StrictDecoder decoder;
    private AnswerEncoder encoder;
    private Alarm alarm;
    private Collector collector;
    private AnswerProgress answer;
    private ChannelHandlerContext ctx;
    private State state = State.READING;
    private boolean counted;
    private long headSince;

    Guard(Edge edge) {
        this.edge = edge;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ctx = context;
        decoder = new StrictDecoder();
        encoder = new AnswerEncoder();
        alarm = new Alarm(context.executor(), this::timedOut);
        collector = new Collector(edge, context);
        answer = new AnswerProgress(edge, context.channel(), encoder);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        begin();
        super.channelActive(context);
    }

    /** Camel has built its pipeline by now: what reads and writes HTTP in it gives way to the gateway's own. */
    private void begin() {
        ChannelPipeline pipeline = ctx.pipeline();
        pipeline.replace("decoder", "decoder", decoder);
        pipeline.replace("encoder", "encoder", encoder);
        pipeline.remove("aggregator");
        pipeline.remove("outbound-streamer");
        edge.clients().add(ctx.channel());
        counted = edge.connections().take(1);
        if (counted) {
            alarm.in(IDLE);
        } else {
            refuse(Refusal.closing(SERVICE_UNAVAILABLE, "gateway.limit.connections are open; come again later"));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (state == State.ANSWERING) {
            waiting.add(context.channel(), message);
        } else {
            accept(message);
        }
    }

    private void accept(Object message) {
        if (state == State.ENDING) {
            ReferenceCountUtil.release(message);
            return;
        }
        Refusal refusal = null;
        if (message instanceof HttpRequest head) {
            headSince = 0;
            refusal = collector.begin(head);
        }
        if (refusal == null && message instanceof HttpContent content) {
            refusal = collector.add(content);
        } else {
            ReferenceCountUtil.release(message);
        }
        if (refusal != null) {
            refuse(refusal);
        } else if (collector.isComplete()) {
            answer(collector.take());
        }
    }

    private void answer(Received request) {
        state = State.ANSWERING;
        alarm.off();
        answer.begin(request);
        ctx.fireChannelRead(request);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (state == State.READING) {
            Duration limit = edge.settings().clientTimeout();
            if (collector.isReading()) {
                alarm.in(limit);
            } else if (decoder.withinHead() && headSince == 0) {
                headSince = System.nanoTime();
                alarm.at(headSince + limit.toNanos());
            }
        }
        context.fireChannelReadComplete();
    }

    private void timedOut() {
        if (state == State.READING && (collector.isReading() || decoder.withinHead())) {
            refuse(Refusal.closing(REQUEST_TIMEOUT, "the request did not arrive in time (gateway.timeout.client)"));
        } else if (state == State.ANSWERING && answer.isTaken()) {
            alarm.in(edge.settings().clientTimeout());
        } else {
            hangUp();
        }
    }

    private void hangUp() {
        if (state == State.ANSWERING) {
            Hangup.reset(ctx.channel());
        } else {
            ctx.close();
        }
    }

    private void refuse(Refusal refusal) {
        edge.observer()
                .refused(
                        refusal.status().code(),
                        refusal.reason(),
                        String.valueOf(ctx.channel().remoteAddress()));
        Received request = collector.abandon();
        OwnAnswer error = OwnAnswer.error(
                edge.paths().dialectOf(request.path()), refusal.status(), List.of(refusal.reason()), request.id());
        answer.begin(request);
        if (refusal.closes()) {
            state = State.ENDING;
            answer.endsConnection();
            alarm.in(edge.settings().clientTimeout());
        } else {
            state = State.ANSWERING;
        }
        ctx.channel().writeAndFlush(error);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        Object out = message instanceof HttpResponse head ? answer.dress(head) : message;
        if (out instanceof HttpContent content) {
            answer.passes(content.content().readableBytes());
        }
        context.write(out, out instanceof LastHttpContent ? promise.unvoid().addListener(this) : promise);
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        if (state == State.ANSWERING && !alarm.isOn() && answer.isPending()) {
            alarm.in(edge.settings().clientTimeout());
        }
    }

    /** The last byte of an answer was written, or never will be. */
    @Override
    public void operationComplete(ChannelFuture future) {
        answer.over(future.isSuccess());
        if (!future.isSuccess()) {
            ctx.close();
        } else if (state == State.ENDING || answer.closes()) {
            state = State.ENDING;
            Hangup.gently(ctx.channel());
            alarm.in(Hangup.PATIENCE);
        } else if (state == State.ANSWERING) {
            state = State.READING;
            next();
        }
    }

    private void next() {
        while (state == State.READING && !waiting.isEmpty()) {
            accept(waiting.next(ctx.channel()));
        }
        if (state == State.READING && !collector.isReading()) {
            headSince = 0;
            alarm.in(IDLE);
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (state == State.ANSWERING && !answer.hasBegun()) {
            // Camel closes a connection when something throws: the client still gets its answer.
            answer.endsConnection();
            ctx.channel()
                    .writeAndFlush(OwnAnswer.error(
                            answer.dialect(), INTERNAL_SERVER_ERROR, List.of("internal error"), answer.requestId()))
                    .addListener(written -> context.close(promise));
        } else {
            context.close(promise);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        answer.writabilityChanged();
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (state == State.READING && cause instanceof DecoderException) {
            refuse(Refusal.closing(BAD_REQUEST, HeadCheck.unreadable(cause).reason()));
        } else {
            context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        alarm.stop();
        waiting.clear();
        collector.abandon().release();
        answer.abandoned();
        if (counted) {
            edge.connections().give(1);
        }
        state = State.ENDING;
        context.fireChannelInactive();
    }
}
