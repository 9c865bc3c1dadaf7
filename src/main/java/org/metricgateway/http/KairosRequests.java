package org.metricgateway.http;

import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.metricgateway.config.Settings;
import org.metricgateway.routing.KairosOperation;

/** What a KairosDB request asks for, as the variable {@code operation}; refuses what no KairosDB answers. */
public final class KairosRequests implements Processor {

    private final Settings settings;

    public KairosRequests(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void process(Exchange exchange) {
        Received received = Received.of(exchange);
        String method = received.method().name();
        KairosOperation operation = KairosOperation.of(received.path());
        if (operation == null) {
            throw new NoSuchPath("KairosDB has no such path, or it can be read in two ways");
        }
        if (method.equals("OPTIONS")) {
            operation = KairosOperation.HOME;
        } else if (!operation.methods().contains(method)) {
            throw new NoSuchMethod(
                    method,
                    Stream.concat(operation.methods().stream(), Stream.of("OPTIONS"))
                            .toList());
        } else if (!settings.kairosdb().deletes() && (method.equals("DELETE") || operation == KairosOperation.DELETE)) {
            throw new Forbidden("gateway.kairosdb.deletes is off: nothing can be deleted through this gateway");
        }
        received.does(operation);
        exchange.setVariable("operation", operation.word());
    }
}
