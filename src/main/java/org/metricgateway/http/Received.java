package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpRequest;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.metricgateway.backend.Repeatable;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.GroupSettings;
import org.metricgateway.metric.Body;
import org.metricgateway.metric.Mentions;
import org.metricgateway.routing.Operation;

/**
 * One request of a client, from its receipt until its answer is written. It lives on the client's event loop, and so does all
 * that is done for it.
 */
public final class Received extends LoopRequest {

    private final Peer peer;
    private final Target target;
    private final Lease lease = new Lease();
    private final Remarks remarks = new Remarks();
    private String id = "";
    private Dialect dialect = Dialect.HTTP;
    private Operation operation;
    private Contents contents = Contents.NONE;
    private Function<GroupSettings, Repeatable> repeating;

    Received(HttpRequest head, ByteBuf body, Channel client, Peer peer, long at) {
        super(head, body, client, at);
        this.peer = peer;
        this.target = Target.of(uri());
    }

    /** The request that this exchange, or the one it is a share of, began with. Null where a client did not begin it. */
    public static Received of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Received.class);
    }

    void begins(Exchange exchange) {
        remarks.admitted();
        exchange.setProperty(PROPERTY, this);
    }

    /** As the client sent it, percent-encoding included. */
    public String path() {
        return target.path();
    }

    /** What stands behind the question mark, as sent; null without one. */
    public String query() {
        return target.query();
    }

    public Peer peer() {
        return peer;
    }

    /** Nanoseconds since it was there as a whole. */
    public long age() {
        return System.nanoTime() - at;
    }

    /** {@code X-Request-Id}, the client's or made here. */
    public String id() {
        return id;
    }

    void identify(String value) {
        id = value;
    }

    public Dialect dialect() {
        return dialect;
    }

    public void speaks(Dialect spoken) {
        dialect = spoken;
    }

    /** Null before the dialect knows. */
    public Operation operation() {
        return operation;
    }

    public void does(Operation asked) {
        operation = asked;
    }

    /** What was read of it. */
    void contents(Contents read) {
        contents = read;
    }

    Contents contents() {
        return contents;
    }

    Mentions mentions() {
        return contents.mentions();
    }

    Body readFrom() {
        return contents.body();
    }

    /** Of an InfluxDB query; null for any other request. */
    Statements statements() {
        return contents.statements();
    }

    /** How many attempts were sent to backends. */
    public int attempts() {
        return calls().attempts();
    }

    public Remarks remarks() {
        return remarks;
    }

    Lease lease() {
        return lease;
    }

    /** @param toGroup tells whether it may be sent again to this group; asked only when that is in question */
    void repeats(Function<GroupSettings, Repeatable> toGroup) {
        repeating = toGroup;
    }

    @Override
    public Repeatable repeatable(GroupSettings group) {
        return repeating == null ? Repeating.of(this) : repeating.apply(group);
    }

    /** The exchange is done: nobody reads the request or its answers any more. */
    void done() {
        release();
        lease.releaseBuffers();
    }
}
