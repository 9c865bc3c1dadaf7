package org.metricgateway.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;

/** An answer on its way through: written to the client as it comes, and read no faster than the client takes it. */
final class Relaying implements AnswerSink {

    private final HttpResponse head;
    private final Call call;
    private final Received request;
    private final Channel client;
    private final Channel backend;

    Relaying(HttpResponse head, Call call, Channel backend) {
        this.head = head;
        this.call = call;
        this.request = call.request();
        this.client = request.client;
        this.backend = backend;
        request.calls().relay(() -> backend.pipeline().get(RelayHandler.class).resume());
        client.write(new RelayedHead(head.status(), AnswerDress.relayed(head, request)), client.voidPromise());
    }

    @Override
    public AnswerSink take(HttpContent content) {
        client.write(content);
        if (!client.isWritable()) {
            // In this order: the flush may make room again at once, and then nobody would wake the backend.
            backend.config().setAutoRead(false);
            client.flush();
            if (client.isWritable()) {
                backend.config().setAutoRead(true);
            }
        }
        return this;
    }

    @Override
    public void flush() {
        client.flush();
    }

    @Override
    public boolean isRelaying() {
        return true;
    }

    @Override
    public void end() {
        request.calls().relayEnded();
        client.flush();
        AnswerMessage answer = new AnswerMessage(call.exchange().getContext(), head);
        answer.setBody(new BufferBody(Unpooled.EMPTY_BUFFER));
        call.succeed(answer);
    }

    @Override
    public void breakOff() {
        request.calls().relayEnded();
        if (!request.calls().hasLeft()) {
            request.remarks().broken();
        }
        // Never a clean end: an HTTP/1.0 client would take it for the whole answer.
        Hangup.reset(client);
    }
}
