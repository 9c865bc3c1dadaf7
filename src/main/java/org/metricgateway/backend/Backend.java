package org.metricgateway.backend;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.metricgateway.config.BackendAddress;
import org.metricgateway.config.GroupSettings;

/** One server, one URL, in one group. */
public final class Backend {

    private final String name;
    private final URI url;
    private final String basePath;
    private final GroupSettings group;
    private final int weight;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Set<BackendConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile CircuitBreaker breaker;

    public Backend(BackendAddress address, GroupSettings group) {
        URI url = address.url();
        this.weight = address.weight();
        this.name = nameOf(url);
        this.url = url;
        this.basePath = pathOf(url);
        this.group = group;
    }

    /** {@code host:port}, and the base path where there is one. */
    private static String nameOf(URI url) {
        return url.getHost() + ":" + portOf(url) + pathOf(url);
    }

    private static int portOf(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }

    private static String pathOf(URI url) {
        return url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
    }

    public String name() {
        return name;
    }

    public URI url() {
        return url;
    }

    /** How often it is asked, beside others, where its group is weighted. */
    public int weight() {
        return weight;
    }

    /** That of its URL, or its scheme's. */
    public int port() {
        return portOf(url);
    }

    /** What stands before every path; empty, or without a slash at its end. */
    public String basePath() {
        return basePath;
    }

    public GroupSettings group() {
        return group;
    }

    /** The name of its route: {@code backend-<group>-<name>}. */
    public String routeId() {
        return "backend-" + group.name() + "-" + name.replaceAll("[^A-Za-z0-9.:-]", "_");
    }

    public int inFlight() {
        return inFlight.get();
    }

    boolean begin() {
        if (inFlight.incrementAndGet() <= group.concurrency()) {
            return true;
        }
        inFlight.decrementAndGet();
        return false;
    }

    void end() {
        inFlight.decrementAndGet();
    }

    /**
     * Nobody asks it for a while: a fresh connection was refused, or it said that it is about to stop.
     *
     * @param reason for the log and operators
     */
    void eject(String reason) {}

    /**
     * It said that it takes nothing new.
     *
     * @param reason for the log and operators
     */
    void drain(String reason) {}

    /** It is down: what it has not begun to answer is asked for elsewhere. */
    void turnedDown() {
        connections.forEach(BackendConnection::backendDown);
    }

    /** From now on this connection is told if it turns down. */
    public void connected(BackendConnection connection) {
        connections.add(connection);
    }

    public void disconnected(BackendConnection connection) {
        connections.remove(connection);
    }

    void guardedBy(CircuitBreaker itsBreaker) {
        breaker = itsBreaker;
    }

    /** As Resilience4j names it, such as {@code CLOSED}. */
    public String breakerState() {
        return breaker == null ? "CLOSED" : breaker.getState().name();
    }

    /** Whether it may be asked: half-open counts, or a breaker would never close again. */
    public boolean isActive() {
        CircuitBreaker current = breaker;
        return current == null
                || switch (current.getState()) {
                    case OPEN, FORCED_OPEN -> false;
                    default -> true;
                };
    }
}
