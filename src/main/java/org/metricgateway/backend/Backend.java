package org.metricgateway.backend;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.metricgateway.config.BackendAddress;
import org.metricgateway.config.GroupSettings;

/** One server, one URL, in one group. */
public final class Backend extends Condition {

    private final BackendAddress address;
    private final String name;
    private final String basePath;
    private final GroupSettings group;
    private volatile int weight;
    private final InFlight inFlight;
    private final Set<BackendConnection> connections = ConcurrentHashMap.newKeySet();
    private final OwnBreaker breaker = new OwnBreaker();
    private final LongSupplier clock;
    private final Membership membership;

    public Backend(BackendAddress address, GroupSettings group) {
        this(address, group, System::nanoTime);
    }

    Backend(BackendAddress address, GroupSettings group, LongSupplier clock) {
        super(group.health(), clock);
        this.clock = clock;
        this.membership = new Membership(group, clock);
        this.address = address;
        this.weight = address.weight();
        this.name = address.name();
        this.basePath = address.basePath();
        this.group = group;
        this.inFlight = new InFlight(group.concurrency());
    }

    public String name() {
        return name;
    }

    public URI url() {
        return address.url();
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
        return address.port();
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
        return inFlight.count();
    }

    boolean isFull() {
        return inFlight.isFull();
    }

    /** @return whether it has room; whoever gets it must end it */
    boolean begin() {
        return inFlight.begin();
    }

    void end() {
        inFlight.end();
    }

    Membership membership() {
        return membership;
    }

    LongSupplier clock() {
        return clock;
    }

    /** @return whether it had nothing in flight; then nothing begins any more */
    boolean retire() {
        return inFlight.retire();
    }

    OwnBreaker breaker() {
        return breaker;
    }

    /** As Resilience4j names it, such as {@code CLOSED}. */
    public String breakerState() {
        return breaker.state();
    }

    /** Whether it may be asked. */
    public boolean isActive() {
        return standing() == Standing.ACTIVE && !breaker.isOpen();
    }

    @Override
    void changed(Standing before, Standing after) {
        membership.changed(this, before, after);
    }

    @Override
    void turnedDown() {
        connections.forEach(BackendConnection::backendDown);
    }

    /** From now on this connection is told if it turns down, or has just done so. */
    public void connected(BackendConnection connection) {
        connections.add(connection);
        if (standing() == Standing.DOWN) {
            connection.backendDown();
        }
    }

    public void disconnected(BackendConnection connection) {
        connections.remove(connection);
    }

    @Override
    boolean isNeeded() {
        return membership.isNeeded();
    }
}
