package org.metricgateway.http;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.GroupSettings;
import org.metricgateway.config.Settings;
import org.metricgateway.routing.InfluxOperation;
import org.metricgateway.routing.KairosOperation;

/** Which dialect a path belongs to. A dialect has its paths only if a group speaks it. */
public final class Paths implements Processor {

    private final Set<Dialect> spoken;

    public Paths(Settings settings) {
        this(settings.groups().values().stream().map(GroupSettings::dialect).collect(Collectors.toSet()));
    }

    private Paths(Set<Dialect> spoken) {
        this.spoken = spoken;
    }

    /** No dialect's. */
    static Paths ofAdmin() {
        return new Paths(EnumSet.noneOf(Dialect.class));
    }

    Dialect dialectOf(String path) {
        if (spoken.contains(Dialect.KAIROSDB) && (path.startsWith("/api/v1/") || KairosOperation.of(path) != null)) {
            return Dialect.KAIROSDB;
        }
        return spoken.contains(Dialect.INFLUXDB) && InfluxOperation.of(path) != null ? Dialect.INFLUXDB : Dialect.HTTP;
    }

    /** Sets the variable {@code dialect}. */
    @Override
    public void process(Exchange exchange) {
        Received received = Received.of(exchange);
        Dialect dialect = dialectOf(received.path());
        received.speaks(dialect);
        exchange.setVariable("dialect", dialect.word());
    }
}
