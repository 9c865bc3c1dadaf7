package org.metricgateway.http;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelMatchers;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.metricgateway.config.Settings;

/** What all client connections share: the limits, what is used of them, and whether the gateway is stopping. */
public final class Edge {

    private static final long ADMIN_BODY = 256 * 1024;

    private static final long ADMIN_BYTES = 16 * 1024 * 1024;

    private final Settings settings;
    private final Settings.Limits limits;
    private final RequestObserver observer;
    private final HeadCheck headCheck;
    private final Paths paths;
    private final Budget bytes;
    private final Budget requests;
    private final Budget connections;
    private final ChannelGroup clients = new DefaultChannelGroup("clients", GlobalEventExecutor.INSTANCE);
    private final String idPrefix =
            Long.toHexString(ThreadLocalRandom.current().nextLong() | 1L << 63).substring(0, 8);
    private final AtomicLong ids = new AtomicLong();
    private volatile boolean stopping;
    private volatile boolean over;

    public Edge(Settings settings, Paths paths, RequestObserver observer) {
        this(settings, settings.limits(), "gateway.limit.body", paths, observer);
    }

    private Edge(Settings settings, Settings.Limits limits, String bodyLimit, Paths paths, RequestObserver observer) {
        this.settings = settings;
        this.limits = limits;
        this.paths = paths;
        this.observer = observer;
        this.headCheck = new HeadCheck(limits.body(), bodyLimit);
        this.bytes = new Budget(limits.bytes());
        this.requests = new Budget(limits.requests());
        this.connections = new Budget(limits.connections());
    }

    /** The admin port's, with limits of its own: it answers however full the data port is. */
    public static Edge ofAdmin(Settings settings, RequestObserver observer) {
        Settings.Limits data = settings.limits();
        Settings.Limits limits = new Settings.Limits(
                ADMIN_BODY,
                ADMIN_BYTES,
                data.requests(),
                data.connections(),
                data.merge(),
                data.metrics(),
                data.metricName());
        return new Edge(settings, limits, "what the admin port takes", Paths.ofAdmin(), observer);
    }

    Settings.Limits limits() {
        return limits;
    }

    Settings settings() {
        return settings;
    }

    RequestObserver observer() {
        return observer;
    }

    HeadCheck headCheck() {
        return headCheck;
    }

    Paths paths() {
        return paths;
    }

    /** What requests and merges hold. */
    public Budget bytes() {
        return bytes;
    }

    public Budget requests() {
        return requests;
    }

    public Budget connections() {
        return connections;
    }

    /** For the consumer: Camel adds the port to them. */
    public static ChannelGroup clientsOf(Edge edge) {
        return edge.clients();
    }

    /** Their connections, and the port that takes them. */
    public ChannelGroup clients() {
        return clients;
    }

    /** The client's own {@code X-Request-Id} where it is fit for a header and a log, else a new one. */
    String requestId(HttpHeaders headers) {
        String given = headers.get(EndToEnd.REQUEST_ID);
        boolean fit = given != null
                && !given.isEmpty()
                && given.length() <= 128
                && given.chars().allMatch(c -> c > ' ' && c < 0x7f);
        return fit ? given : idPrefix + Long.toHexString(ids.incrementAndGet());
    }

    /** From now on each answer ends its connection. */
    public void stop() {
        stopping = true;
    }

    public boolean isStopping() {
        return stopping;
    }

    /** Takes no new connections; those that exist go on. */
    public void unbind() {
        clients.close(ChannelMatchers.isServerChannel()).awaitUninterruptibly();
    }

    /** Ends every connection: whoever still waits for an answer gets a refusal, whoever has a part of one is reset. */
    public void close() {
        over = true;
        clients.close().awaitUninterruptibly();
    }

    /** Whether even what is in flight has to end. */
    boolean isOver() {
        return over;
    }
}
