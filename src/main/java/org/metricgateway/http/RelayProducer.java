package org.metricgateway.http;

import io.netty.channel.EventLoop;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.metricgateway.backend.Attempt;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.ClientLeft;

/** Sends the exchange's request to the backend of its attempt, on the event loop of the client's connection. */
final class RelayProducer extends DefaultAsyncProducer {

    private final RelayClient client;
    private final IdleConnections idle = new IdleConnections();
    private volatile BackendHeaders headers;

    RelayProducer(RelayEndpoint endpoint, RelayClient client) {
        super(endpoint);
        this.client = client;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Received received = Received.of(exchange);
        if (received.calls().hasLeft()) {
            exchange.setException(new ClientLeft());
            callback.done(true);
            return true;
        }
        received.remarks().asks(Attempt.of(exchange).backend().group().name());
        BackendRequest request = BackendRequest.of(
                exchange, received, headersOf(Attempt.of(exchange).backend()));
        Call call = new Call(exchange, callback);
        EventLoop loop = call.loop();
        if (loop.inEventLoop()) {
            client.send(call, request, idle);
        } else {
            loop.execute(() -> client.send(call, request, idle));
        }
        return false;
    }

    /** Groups may share an address, which is seldom. */
    private BackendHeaders headersOf(Backend backend) {
        BackendHeaders known = headers;
        if (known == null || known.backend() != backend) {
            known = new BackendHeaders(backend, client.headersOf(backend.group()));
            headers = known;
        }
        return known;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        idle.open();
    }

    @Override
    protected void doStop() throws Exception {
        idle.close();
        super.doStop();
    }
}
