package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.metricgateway.backend.ClientLeft;
import org.metricgateway.config.Dialect;
import org.metricgateway.metric.Body;
import org.metricgateway.metric.Mentions;
import org.metricgateway.routing.KairosOperation;

/**
 * One request of a client, from its receipt until its answer is written. It lives on the client's event loop, and so does all
 * that is done for it.
 */
public final class Received extends DefaultFullHttpRequest {

    private static final String PROPERTY = "metric-gateway.received";

    final Channel client;
    private final Peer peer;
    final long at;
    final String path;
    final String query;
    private final List<Call> calls = new ArrayList<>(2);
    private String id = "";
    private String groups = "";
    private Dialect dialect = Dialect.HTTP;
    private KairosOperation operation;
    private Mentions mentions;
    private Body readFrom;
    private int attempts;
    private boolean relayed;
    private boolean left;
    private Runnable whenWritable;
    private long held;
    private boolean counted;
    private long merged;
    private final List<ByteBuf> kept = new ArrayList<>(2);

    Received(HttpRequest head, ByteBuf body, Channel client, Peer peer, long at) {
        super(head.protocolVersion(), head.method(), head.uri(), body, head.headers(), EmptyHttpHeaders.INSTANCE);
        this.client = client;
        this.peer = peer;
        this.at = at;
        String uri = originForm(head.uri());
        int mark = uri.indexOf('?');
        this.path = mark < 0 ? uri : uri.substring(0, mark);
        this.query = mark < 0 ? null : uri.substring(mark + 1);
    }

    /** The request that this exchange, or the one it is a share of, began with. Null where a client did not begin it. */
    public static Received of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Received.class);
    }

    void begins(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    /** Without scheme and authority, which a client may send as if to a forward proxy. */
    private static String originForm(String uri) {
        if (uri.startsWith("/")) {
            return uri;
        }
        int scheme = uri.indexOf("://");
        if (scheme < 0) {
            return uri;
        }
        for (int i = scheme + 3; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c == '/' || c == '?') {
                return c == '/' ? uri.substring(i) : "/" + uri.substring(i);
            }
        }
        return "/";
    }

    /** As the client sent it, percent-encoding included. */
    public String path() {
        return path;
    }

    /** What stands behind the question mark, as sent; null without one. */
    public String query() {
        return query;
    }

    Peer peer() {
        return peer;
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

    KairosOperation operation() {
        return operation;
    }

    void does(KairosOperation asked) {
        operation = asked;
    }

    /** What its body names, and the bytes in which that stands: inflated ones, where the body is gzipped. */
    void mentions(Mentions names, Body body) {
        mentions = names;
        readFrom = body;
    }

    Mentions mentions() {
        return mentions;
    }

    Body readFrom() {
        return readFrom;
    }

    /** The groups that were asked, as {@code cpu,mem}; empty before. */
    public String groups() {
        return groups;
    }

    public void asks(String group) {
        if (groups.isEmpty()) {
            groups = group;
        } else if (!("," + groups + ",").contains("," + group + ",")) {
            groups += "," + group;
        }
    }

    public int attempts() {
        return attempts;
    }

    /** Whether the answer is already on its way to the client. */
    boolean isRelayed() {
        return relayed;
    }

    void relay(Runnable resume) {
        relayed = true;
        whenWritable = resume;
    }

    void relayEnded() {
        whenWritable = null;
    }

    void writable() {
        if (whenWritable != null) {
            whenWritable.run();
        }
    }

    boolean hasLeft() {
        return left;
    }

    void holds(long bytes, boolean isCounted) {
        held = bytes;
        counted = isCounted;
    }

    /** Counts this many bytes more as held for this request, until its answer is written. */
    boolean hold(Budget budget, long bytes) {
        if (!budget.take(bytes)) {
            return false;
        }
        held += bytes;
        return true;
    }

    void givesBack(Edge edge) {
        edge.bytes().give(held);
        edge.requests().give(counted ? 1 : 0);
        holds(0, false);
    }

    /** So many bytes of answers are collected for it, these included. */
    long merged(int more) {
        merged += more;
        return merged;
    }

    /** Takes over a buffer of an answer, until the exchange is done with it. */
    void keep(ByteBuf buffer) {
        kept.add(buffer);
    }

    /** The exchange is done: nobody reads the request or its answers any more. */
    void done() {
        release();
        kept.forEach(ByteBuf::release);
        kept.clear();
    }

    void sent() {
        attempts++;
    }

    void begin(Call call) {
        calls.add(call);
    }

    void end(Call call) {
        calls.remove(call);
    }

    /** Nobody waits for the answer any more: ends every call for it. */
    void leave() {
        left = true;
        for (Call call : List.copyOf(calls)) {
            call.abort(new ClientLeft());
        }
    }
}
