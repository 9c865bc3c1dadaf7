package org.metricgateway.bench.peer;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/** Passes a backend's answers on, part by part, to the client that is being served; a backend too slow stops its client. */
final class BackendSide extends ChannelInboundHandlerAdapter {

    private final BackendPool pool;
    private final Channel channel;
    private Channel client;
    private boolean last;
    private boolean sent;

    BackendSide(BackendPool pool, Channel channel) {
        this.pool = pool;
        this.channel = channel;
    }

    /** @param closing whether the client's connection is closed once it has its answer */
    void serve(Channel asking, boolean closing) {
        client = asking;
        last = closing;
        sent = false;
    }

    void send(Object part) {
        channel.write(part, channel.voidPromise());
        if (part instanceof LastHttpContent) {
            sent = true;
            channel.flush();
        }
    }

    /** The client's socket has nothing more to read for now. */
    void partsEnd(Channel asking) {
        if (client == asking) {
            channel.flush();
            asking.config().setAutoRead(channel.isWritable());
        }
    }

    void clientWritable(Channel asking) {
        if (client == asking) {
            channel.config().setAutoRead(asking.isWritable());
        }
    }

    /** An answer that nobody reads is not read to its end. */
    void abandonedBy(Channel leaving) {
        if (client == leaving) {
            client = null;
            channel.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object part) {
        Channel asking = client;
        if (asking == null) {
            ReferenceCountUtil.release(part);
            return;
        }
        asking.write(part, asking.voidPromise());
        if (part instanceof LastHttpContent) {
            client = null;
            asking.config().setAutoRead(true);
            finish(asking);
            release();
        }
    }

    private void finish(Channel asking) {
        if (last) {
            asking.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        } else {
            asking.flush();
        }
    }

    /** Who has answered before it was asked to the end is not asked again. */
    private void release() {
        if (sent) {
            channel.config().setAutoRead(true);
            pool.giveBack(this);
        } else {
            channel.close();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (client != null) {
            client.flush();
            channel.config().setAutoRead(client.isWritable());
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (client != null) {
            client.config().setAutoRead(channel.isWritable());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        pool.forget(this);
        if (client != null) {
            client.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        channel.close();
    }
}
