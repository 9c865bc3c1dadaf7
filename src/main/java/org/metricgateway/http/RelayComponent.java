package org.metricgateway.http;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code netty-relay:http://kairos-1:8080}: sends the client's request to a backend as it came and brings the answer back as it
 * comes. It works within the routes that begin with the gateway's {@code netty-http} consumer, on the event loop of the client.
 */
public final class RelayComponent extends DefaultComponent {

    private final RelayClient client;

    public RelayComponent(RelayClient client) {
        this.client = client;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new RelayEndpoint(uri, this, client);
    }

    @Override
    protected void doStop() throws Exception {
        client.close();
        super.doStop();
    }
}
