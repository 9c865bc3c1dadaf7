package org.metricgateway.http;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One backend as a Camel endpoint, for sending to only. */
final class RelayEndpoint extends DefaultEndpoint {

    private final RelayClient client;

    RelayEndpoint(String uri, RelayComponent component, RelayClient client) {
        super(uri, component);
        this.client = client;
    }

    @Override
    public Producer createProducer() {
        return new RelayProducer(this, client);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("netty-relay only sends; receive with netty-http");
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
