package org.metricgateway.http;

import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.GroupSettings;
import org.metricgateway.config.Settings;
import org.metricgateway.routing.InfluxOperation;
import org.metricgateway.routing.Ownership;

/**
 * What an InfluxDB request asks for, as the variable {@code operation}; refuses the methods that its path has not. Where there is
 * one group and no rule, all goes to it unread.
 */
public final class InfluxRequests implements Processor {

    private final boolean sole;
    private final boolean stamps;

    public InfluxRequests(Settings settings) {
        this.sole = Ownership.of(settings, Dialect.INFLUXDB).sole().isPresent();
        this.stamps = settings.groups().values().stream().anyMatch(GroupSettings::stamp);
    }

    @Override
    public void process(Exchange exchange) {
        Received received = Received.of(exchange);
        InfluxOperation operation = operationOf(received);
        received.does(operation);
        boolean unread = sole && operation != InfluxOperation.PING && !(stamps && operation.isWrite());
        exchange.setVariable("operation", (unread ? InfluxOperation.HOME : operation).word());
    }

    private static InfluxOperation operationOf(Received received) {
        String method = received.method().name();
        InfluxOperation operation = InfluxOperation.of(received.path());
        if (method.equals("OPTIONS")) {
            return InfluxOperation.HOME;
        }
        if (!operation.methods().contains(method)) {
            throw new NoSuchMethod(
                    method,
                    Stream.concat(operation.methods().stream(), Stream.of("OPTIONS"))
                            .toList());
        }
        return operation;
    }
}
