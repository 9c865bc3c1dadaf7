package org.metricgateway.http;

import java.util.Collection;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.metricgateway.backend.Group;
import org.metricgateway.backend.Groups;
import org.metricgateway.config.Dialect;

/**
 * The gateway's own health in InfluxDB's form: well while any group can answer.
 *
 * @see <a href="https://docs.influxdata.com/influxdb/v1/tools/api/#ping-http-endpoint">InfluxDB: /ping</a>
 */
public final class InfluxHealth implements Processor {

    private final Collection<Group> groups;

    public InfluxHealth(Groups groups) {
        this.groups = groups.of(Dialect.INFLUXDB);
    }

    @Override
    public void process(Exchange exchange) {
        boolean well = groups.stream().anyMatch(Group::isReady);
        Answers.of(exchange, well ? 204 : 503, null, null);
        if (!well) {
            exchange.getMessage().setHeader("Retry-After", "1");
        }
    }
}
