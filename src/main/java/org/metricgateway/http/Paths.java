package org.metricgateway.http;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.Settings;
import org.metricgateway.routing.KairosOperation;

/** Which dialect a path belongs to. A dialect has its paths only if a group speaks it. */
public final class Paths implements Processor {

    private final boolean kairosdb;

    public Paths(Settings settings) {
        this(settings.groups().values().stream().anyMatch(group -> group.dialect() == Dialect.KAIROSDB));
    }

    private Paths(boolean kairosdb) {
        this.kairosdb = kairosdb;
    }

    /** No dialect's. */
    static Paths ofAdmin() {
        return new Paths(false);
    }

    Dialect dialectOf(String path) {
        return kairosdb && (path.startsWith("/api/v1/") || KairosOperation.of(path) != null)
                ? Dialect.KAIROSDB
                : Dialect.HTTP;
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
