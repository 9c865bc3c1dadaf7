package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.metricgateway.backend.Balancer;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.GroupSettings;
import org.metricgateway.config.Settings;
import org.metricgateway.metric.Body;
import org.metricgateway.routing.Ownership;
import org.metricgateway.routing.Plan;
import org.metricgateway.routing.Share;

/**
 * Divides the lines of an InfluxDB write among the shares of its plan, and stamps those for groups that want it. What goes whole to
 * a group that does not is left as it came.
 */
public final class SplitLines extends AsyncProcessorSupport {

    private final Edge edge;
    private final LargeWork work;
    private final Inflater inflater;
    private final Ownership ownership;
    private final Set<String> stamping;

    /**
     * @param edge whose limits hold for what is copied
     * @param large reads large bodies
     */
    public SplitLines(Edge edge, Executor large) {
        this.edge = edge;
        this.work = new LargeWork(large);
        this.inflater = new Inflater(edge);
        Settings settings = edge.settings();
        this.ownership = Ownership.of(settings, Dialect.INFLUXDB);
        this.stamping = settings.groups().values().stream()
                .filter(GroupSettings::stamp)
                .map(GroupSettings::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        String group = exchange.getVariable(Balancer.GROUP, String.class);
        if (group != null && !stamping.contains(group)) {
            callback.done(true);
            return true;
        }
        Received received = Received.of(exchange);
        return work.process(exchange, callback, LargeWork.lengthOf(received), () -> divide(exchange, received, group));
    }

    private void divide(Exchange exchange, Received received, String group) {
        if (group == null) {
            split(exchange, received);
            return;
        }
        Body body = received.readFrom() == null ? InfluxLines.bodyOf(received, inflater) : received.readFrom();
        if (body instanceof BufferBody lines) {
            ByteBuf stamped = new LineCopies(edge, received).stamped(lines.buffer());
            exchange.getMessage().setBody(new BufferBody(stamped));
            received.repeats(any -> RepeatedLines.of(new BufferBody(stamped)));
            exchange.getMessage().removeHeader("Content-Encoding");
        }
    }

    private void split(Exchange exchange, Received received) {
        List<String> groups = exchange.getVariable(ChooseOwners.PLAN, Plan.class).shares().stream()
                .map(Share::group)
                .toList();
        LineCopies copies = new LineCopies(edge, received);
        List<ByteBuf> shares = copies.split(
                groups.size(),
                name -> groups.indexOf(ownership.owners().find(name).orElse(ownership.home())),
                groups.indexOf(ownership.home()));
        ShareBodies bodies = new ShareBodies();
        for (String group : groups) {
            ByteBuf share = shares.get(groups.indexOf(group));
            bodies.put(group, stamping.contains(group) ? copies.stamped(share) : share);
        }
        bodies.begins(exchange);
        received.repeats(group -> RepeatedLines.of(bodies.of(group.name())));
    }
}
