package org.metricgateway.backend;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.metricgateway.config.BackendAddress;
import org.metricgateway.config.GroupSettings;

/** One server, one URL, in one group. */
public final class Backend {

    /** In flight at one that has retired: however many still try to begin, it stays below zero. */
    private static final int RETIRED = Integer.MIN_VALUE / 2;

    private final String name;
    private final URI url;
    private final String basePath;
    private final GroupSettings group;
    private volatile int weight;
    private final AtomicInteger inFlight = new AtomicInteger();
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

    /** From now on. */
    void weigh(int itsWeight) {
        weight = itsWeight;
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
        return Math.max(0, inFlight.get());
    }

    boolean begin() {
        int now = inFlight.incrementAndGet();
        if (now > 0 && now <= group.concurrency()) {
            return true;
        }
        inFlight.decrementAndGet();
        return false;
    }

    void end() {
        inFlight.decrementAndGet();
    }

    /** @return whether it had nothing in flight; then nothing begins any more */
    boolean retire() {
        return inFlight.compareAndSet(0, RETIRED);
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
