package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import org.metricgateway.backend.AnswerRefused;

/** A small answer, kept until it is whole. It turns into a relayed one if it is not small after all. */
final class Gathering implements AnswerSink {

    private final HttpResponse head;
    private final Call call;
    private final Channel backend;
    private ByteBuf body = Unpooled.EMPTY_BUFFER;

    Gathering(HttpResponse head, Call call, Channel backend) {
        this.head = head;
        this.call = call;
        this.backend = backend;
    }

    @Override
    public AnswerSink take(HttpContent content) {
        body = join(backend, body, content.content());
        return body.readableBytes() > SMALL ? relayNow() : this;
    }

    /** Both buffers as one; takes them over. */
    static ByteBuf join(Channel channel, ByteBuf first, ByteBuf second) {
        if (!second.isReadable()) {
            second.release();
            return first;
        }
        if (!first.isReadable()) {
            return second;
        }
        CompositeByteBuf both = first instanceof CompositeByteBuf composite
                ? composite
                : channel.alloc().compositeBuffer(Integer.MAX_VALUE).addComponent(true, first);
        return both.addComponent(true, second);
    }

    /** @throws AnswerRefused if the request is asked again: nothing of this answer may go to the client */
    @Override
    public AnswerSink relayNow() {
        if (call.refuses(head, body)) {
            throw new AnswerRefused(head.status().code());
        }
        Relaying relaying = new Relaying(head, call, backend);
        ByteBuf soFar = body;
        body = Unpooled.EMPTY_BUFFER;
        return relaying.take(new DefaultHttpContent(soFar));
    }

    @Override
    public void end() {
        if (call.refuses(head, body)) {
            breakOff();
            call.fail(new AnswerRefused(head.status().code()));
            return;
        }
        call.request().lease().keep(body);
        AnswerMessage answer = new AnswerMessage(call.exchange().getContext(), head);
        answer.setBody(new BufferBody(body));
        call.succeed(answer);
    }

    @Override
    public void breakOff() {
        body.release();
    }
}
