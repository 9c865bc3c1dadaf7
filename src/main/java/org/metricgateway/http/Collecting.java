package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import org.metricgateway.backend.AnswerRefused;

/** An answer that will be merged with others: kept whole, within the limits. */
final class Collecting implements AnswerSink {

    private final HttpResponse head;
    private final Call call;
    private final Budget bytes;
    private final long limit;
    private ByteBuf body = Unpooled.EMPTY_BUFFER;
    private int counted;

    Collecting(HttpResponse head, Call call, Budget bytes, long limit) {
        this.head = head;
        this.call = call;
        this.bytes = bytes;
        this.limit = limit;
    }

    @Override
    public AnswerSink take(HttpContent content) {
        int length = content.content().readableBytes();
        counted += length;
        if (call.request().lease().merged(length) > limit) {
            content.release();
            throw new MergeTooLarge(call.group().name(), limit);
        }
        if (!call.request().lease().take(bytes, length)) {
            content.release();
            throw new NoRoom();
        }
        body = Gathering.join(call.request().client, body, content.content());
        return this;
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
        // What this owner sent is gone: the others' answers may still fit.
        call.request().lease().merged(-counted);
        body.release();
    }
}
