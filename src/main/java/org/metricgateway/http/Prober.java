package org.metricgateway.http;

import io.netty.channel.EventLoopGroup;
import java.io.Closeable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.ContextLifecycle;
import org.metricgateway.backend.Group;
import org.metricgateway.backend.Groups;
import org.metricgateway.backend.HealthObserver;
import org.metricgateway.backend.Standing;

/** Sees to it that every backend is probed, again and again, on connections and an event loop apart from those of clients. */
public final class Prober extends ContextLifecycle implements HealthObserver, Closeable {

    private final Groups groups;
    private final EventLoopGroup loops = Loops.ofProbes();
    private final ProbeClient client = new ProbeClient(loops.next());
    private final Map<Backend, Probes> probes = new ConcurrentHashMap<>();
    private boolean closed;

    public Prober(Groups groups) {
        this.groups = groups;
        groups.watchedBy(this);
    }

    /** The first probes need not wait until the gateway listens. */
    @Override
    public void onContextStarting(CamelContext starting) {
        look();
    }

    /** Probes those that joined, leaves alone those that left, and sees whether an exclusion is over. Waits for nobody. */
    public synchronized void look() {
        // Camel may make a bean anew, and still tells the old one that it starts.
        if (!closed) {
            Set<Backend> there = new HashSet<>();
            groups.all().forEach(group -> there.addAll(group.backends()));
            there.forEach(backend -> {
                backend.look();
                probes.computeIfAbsent(backend, this::begun);
            });
            probes.keySet().stream().filter(one -> !there.contains(one)).forEach(one -> probes.remove(one)
                    .end());
        }
    }

    private Probes begun(Backend backend) {
        Probes begun = new Probes(backend, client);
        begun.begin();
        return begun;
    }

    @Override
    public void joinedOrLeft(Group group) {
        look();
    }

    /** The next probe may have become urgent: of this backend, or of all, if nobody else is left. */
    @Override
    public void turned(Backend backend, Standing before, Standing after) {
        Group group = groups.named(backend.group().name());
        if (group.isReady()) {
            reconsider(backend);
        } else {
            group.backends().forEach(this::reconsider);
        }
    }

    private void reconsider(Backend backend) {
        Probes its = probes.get(backend);
        if (its != null) {
            its.reconsider();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        probes.clear();
        client.close();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
