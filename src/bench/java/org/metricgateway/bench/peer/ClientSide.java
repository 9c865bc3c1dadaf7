package org.metricgateway.bench.peer;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;

/** Passes a client's requests on, part by part; a client that reads too slowly stops its backend. */
final class ClientSide extends ChannelInboundHandlerAdapter {

    private final BackendPool pool;
    /** What came before there was a connection to a backend. */
    private final ArrayDeque<Object> waiting = new ArrayDeque<>();

    private BackendSide backend;

    ClientSide(BackendPool pool) {
        this.pool = pool;
    }

    @Override
    public void channelRead(ChannelHandlerContext client, Object part) {
        if (part instanceof HttpRequest request) {
            boolean last = request.headers().containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
            request.headers().remove(HttpHeaderNames.CONNECTION);
            backend = null;
            pool.take(side -> taken(client, side, last));
        }
        if (backend == null) {
            waiting.add(part);
        } else {
            backend.send(part);
        }
    }

    /** @param last whether the client wants its connection closed after this one */
    private void taken(ChannelHandlerContext client, BackendSide side, boolean last) {
        if (side == null || !client.channel().isActive()) {
            client.close();
            return;
        }
        backend = side;
        side.serve(client.channel(), last);
        while (!waiting.isEmpty()) {
            side.send(waiting.poll());
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext client) {
        if (backend != null) {
            backend.partsEnd(client.channel());
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext client) {
        if (backend != null) {
            backend.clientWritable(client.channel());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext client) {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        if (backend != null) {
            backend.abandonedBy(client.channel());
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext client, Throwable cause) {
        client.close();
    }
}
