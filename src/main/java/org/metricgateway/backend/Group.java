package org.metricgateway.backend;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.metricgateway.config.GroupSettings;

/** A named set of backends that hold the same data. */
public final class Group {

    private final GroupSettings settings;
    private final List<Backend> backends;
    private final AtomicInteger turn = new AtomicInteger();

    public Group(GroupSettings settings) {
        this.settings = settings;
        this.backends =
                settings.urls().stream().map(url -> new Backend(url, settings)).toList();
    }

    public String name() {
        return settings.name();
    }

    public GroupSettings settings() {
        return settings;
    }

    public List<Backend> backends() {
        return backends;
    }

    /** Whether there is a backend to ask. */
    public boolean isReady() {
        return backends.stream().anyMatch(Backend::isActive);
    }

    /**
     * The next backend whose turn it is, begun: whoever gets it must end it.
     *
     * @param tried in vain already
     * @throws NobodyToAsk if no other one is active
     * @throws AllBusy if those that are active have as many requests as they may
     */
    Backend next(Set<Backend> tried) {
        boolean busy = false;
        // A second attempt takes nobody's turn: else every request of two would meet the same dead one first.
        int first = (tried.isEmpty() ? turn.getAndIncrement() : turn.get()) & Integer.MAX_VALUE;
        for (int i = 0; i < backends.size(); i++) {
            Backend backend = backends.get((first + i) % backends.size());
            if (!tried.contains(backend) && backend.isActive()) {
                if (backend.begin()) {
                    return backend;
                }
                busy = true;
            }
        }
        throw busy ? new AllBusy(name()) : new NobodyToAsk(name());
    }
}
