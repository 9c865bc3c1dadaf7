package org.metricgateway.http;

import java.util.Collection;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.metricgateway.backend.Balancer;
import org.metricgateway.backend.Group;
import org.metricgateway.backend.Groups;
import org.metricgateway.config.Dialect;

/**
 * The gateway's own health in InfluxDB's form: well while any group can answer. Clients look at the version that comes with it: it
 * is a backend's, which is asked for it now and then.
 *
 * @see <a href="https://docs.influxdata.com/influxdb/v1/tools/api/#ping-http-endpoint">InfluxDB: /ping</a>
 */
public final class InfluxHealth implements Processor {

    private static final String VERSION = "X-Influxdb-Version";
    private static final String BUILD = "X-Influxdb-Build";

    /** In nanoseconds: how long after an upgrade clients may see the version before. */
    private static final long FRESH = 30_000_000_000L;

    private final Collection<Group> groups;
    private volatile Known known = new Known(null, null, System.nanoTime() - FRESH);

    private record Known(String version, String build, long at) {

        boolean isFresh() {
            return version != null && System.nanoTime() - at < FRESH;
        }
    }

    public InfluxHealth(Groups groups) {
        this.groups = groups.of(Dialect.INFLUXDB);
    }

    /** Answers, or sets the variable {@code group}: that one is to be asked for its version. */
    @Override
    public void process(Exchange exchange) {
        Group ready = groups.stream().filter(Group::isReady).findFirst().orElse(null);
        if (ready == null) {
            Answers.of(exchange, 503, null, null).setHeader("Retry-After", "1");
        } else if (known.isFresh()) {
            answer(exchange);
        } else {
            exchange.getMessage().setHeader(Exchange.HTTP_PATH, "/ping");
            exchange.setVariable(Balancer.GROUP, ready.name());
        }
    }

    /** Answers, once that group has. */
    public void learn(Exchange exchange) {
        Message answer = exchange.getMessage();
        String version = answer.getHeader(VERSION, String.class);
        known = new Known(version, answer.getHeader(BUILD, String.class), System.nanoTime());
        answer(exchange);
    }

    private void answer(Exchange exchange) {
        Known now = known;
        Message answer = Answers.of(exchange, 204, "application/json", null);
        if (now.version() != null) {
            answer.setHeader(VERSION, now.version());
        }
        if (now.build() != null) {
            answer.setHeader(BUILD, now.build());
        }
    }
}
