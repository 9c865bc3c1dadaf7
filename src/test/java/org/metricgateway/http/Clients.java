package org.metricgateway.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.local.LocalChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/** Clients of the gateway, as far as Camel sees them. */
final class Clients {

    private Clients() {}

    /** What begins with a client's request. */
    static Exchange exchange(CamelContext context) {
        Exchange exchange = new DefaultExchange(context);
        new Received(
                        new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"),
                        Unpooled.EMPTY_BUFFER,
                        new LocalChannel(),
                        new Peer("127.0.0.1", false),
                        0)
                .begins(exchange);
        return exchange;
    }

    /** The same on its way through the routes. */
    static Exchange atWork(CamelContext context) {
        Exchange exchange = exchange(context);
        exchange.getExchangeExtension().setUnitOfWork(new LoopWork(exchange));
        return exchange;
    }
}
