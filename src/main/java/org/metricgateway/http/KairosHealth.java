package org.metricgateway.http;

import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.metricgateway.backend.Group;
import org.metricgateway.backend.Groups;
import org.metricgateway.config.Dialect;
import org.metricgateway.routing.KairosOperation;

/**
 * The gateway's own health in KairosDB's form: well while every group can answer.
 *
 * @see <a href="https://kairosdb.github.io/docs/restapi/Health.html">KairosDB: Health Checks</a>
 */
public final class KairosHealth implements Processor {

    private final Collection<Group> groups;

    public KairosHealth(Groups groups) {
        this.groups = groups.of(Dialect.KAIROSDB);
    }

    @Override
    public void process(Exchange exchange) {
        if (Received.of(exchange).operation() == KairosOperation.HEALTH_STATUS) {
            String lines = groups.stream()
                    .map(group -> "\"" + group.name() + ": " + (group.isReady() ? "OK" : "FAIL") + "\"")
                    .collect(Collectors.joining(",", "[", "]"));
            Answers.json(exchange, 200, lines);
        } else {
            Answers.of(exchange, groups.stream().allMatch(Group::isReady) ? 204 : 500, null, null);
        }
        Message answer = exchange.getMessage();
        answer.setHeader("Access-Control-Allow-Origin", "*");
    }
}
