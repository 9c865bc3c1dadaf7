package org.metricgateway.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;

/**
 * Stands between one client connection and Camel: lets one whole request at a time pass, and bounds what the client may take of
 * bytes and time for it.
 */
final class Guard extends ChannelInboundHandlerAdapter {

    private final Edge edge;
    private final Pipelined waiting = new Pipelined();
    private final StrictDecoder decoder = new StrictDecoder();
    private ChannelHandlerContext ctx;
    private ReadingTime time;
    private Collector collector;
    private AnswerProgress answer;
    private Passage state = Passage.READING;
    private boolean counted;
    private boolean passing;

    Guard(Edge edge) {
        this.edge = edge;
    }

    /** Camel has built its pipeline by now: what reads and writes HTTP in it gives way to the gateway's own. */
    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        ctx = context;
        collector = new Collector(edge, context);
        time = new ReadingTime(context.executor(), edge.settings().clientTimeout(), collector, decoder, this::timedOut);
        AnswerEncoder encoder = new AnswerEncoder();
        answer = new AnswerProgress(edge, context.channel(), encoder);
        Takeover.of(context, decoder, encoder, new AnswerGate(edge, answer, this));
        edge.clients().add(context.channel());
        counted = edge.connections().take(1);
        if (counted) {
            time.idle();
        } else {
            refuse(Refusal.NO_CONNECTION);
        }
        super.channelActive(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (state == Passage.ANSWERING) {
            waiting.add(context.channel(), message);
        } else {
            accept(message);
        }
    }

    private void accept(Object message) {
        if (state == Passage.ENDING) {
            ReferenceCountUtil.release(message);
            return;
        }
        Refusal refusal = message instanceof HttpRequest head ? collector.begin(head) : null;
        if (refusal == null && message instanceof HttpContent content) {
            refusal = collector.add(content);
        } else {
            ReferenceCountUtil.release(message);
        }
        if (refusal != null) {
            refuse(refusal);
        } else if (collector.isComplete()) {
            Received request = collector.take();
            state = Passage.ANSWERING;
            time.pause();
            answer.begin(request);
            ctx.fireChannelRead(request);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        time.arrived(state);
        context.fireChannelReadComplete();
    }

    private void timedOut() {
        if (state == Passage.READING && time.isWithinRequest()) {
            refuse(Refusal.LATE);
        } else {
            ctx.close();
        }
    }

    private void refuse(Refusal refusal) {
        edge.observer().refused(refusal.status().code(), refusal.reason(), collector.client());
        Received request = collector.abandon();
        answer.begin(request);
        state = refusal.closes() ? Passage.ENDING : Passage.ANSWERING;
        if (refusal.closes()) {
            answer.endsConnection();
        }
        ctx.channel().writeAndFlush(refusal.answerTo(request, edge));
    }

    /** The answer is written: the next request may pass. */
    void next() {
        state = Passage.READING;
        time.idle();
        if (passing) {
            // The loop below goes on: many answers given at once must not nest.
            return;
        }
        passing = true;
        while (state == Passage.READING && !waiting.isEmpty()) {
            accept(waiting.next(ctx.channel()));
        }
        passing = false;
        time.arrived(state);
    }

    /** The last answer of this connection is written. */
    void end() {
        state = Passage.ENDING;
        Hangup.gently(ctx.channel());
        time.ending();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (state == Passage.READING && cause instanceof DecoderException) {
            refuse(HeadCheck.unreadable(cause));
        } else {
            context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        state = Passage.ENDING;
        time.stop();
        waiting.clear();
        collector.abandon().lease().giveBack(edge);
        answer.abandoned();
        edge.connections().give(counted ? 1 : 0);
        context.fireChannelInactive();
    }
}
