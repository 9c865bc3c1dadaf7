package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import org.metricgateway.backend.ClientRequest;

/** A client's request on the event loop of its connection: what goes on for it, and how it waits there. */
abstract class LoopRequest extends DefaultFullHttpRequest implements ClientRequest {

    final Channel client;
    final long at;
    private final Calls calls = new Calls();

    LoopRequest(HttpRequest head, ByteBuf body, Channel client, long at) {
        super(
                head.protocolVersion(),
                head.method(),
                Target.escaped(head.uri()),
                body,
                head.headers(),
                EmptyHttpHeaders.INSTANCE);
        this.client = client;
        this.at = at;
    }

    Calls calls() {
        return calls;
    }

    @Override
    public long receivedAt() {
        return at;
    }

    @Override
    public long now() {
        return Turn.of(client.eventLoop()).now();
    }

    @Override
    public int bytes() {
        return content().readableBytes();
    }

    @Override
    public boolean isAnswered() {
        return calls.isRelayed();
    }

    @Override
    public boolean hasLeft() {
        return calls.hasLeft();
    }

    @Override
    public void run(Runnable task) {
        if (client.eventLoop().inEventLoop()) {
            task.run();
        } else {
            client.eventLoop().execute(task);
        }
    }

    @Override
    public Runnable waits(long nanos, Runnable over, Runnable left) {
        return new Wait(calls, client.eventLoop(), nanos, over, left)::end;
    }
}
