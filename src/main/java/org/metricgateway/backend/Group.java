package org.metricgateway.backend;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.metricgateway.config.GroupSettings;

/** A named set of backends that hold the same data. */
public final class Group {

    private final GroupSettings settings;
    private volatile List<Backend> backends;
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Runnable> whenUsable = new CopyOnWriteArrayList<>();

    public Group(GroupSettings settings) {
        this.settings = settings;
        this.backends = settings.urls().stream()
                .map(address -> new Backend(address, settings))
                .toList();
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

    /** From now on these are its backends. */
    void become(List<Backend> members) {
        backends = List.copyOf(members);
        whenUsable.forEach(Runnable::run);
    }

    /** Whether there is a backend to ask. */
    public boolean isReady() {
        return backends.stream().anyMatch(Backend::isActive);
    }

    /** @param action runs, on any thread, each time that one of its backends can be asked again */
    void whenUsable(Runnable action) {
        whenUsable.add(action);
    }

    /**
     * The next backend whose turn it is.
     *
     * @param tried in vain already
     * @throws NobodyToAsk if no other one can be asked now: the request may wait
     * @throws AllExcluded if waiting makes no sense
     * @throws AllBusy if those that are active have as many requests as they may
     */
    Choice next(Set<Backend> tried) {
        List<Backend> backends = this.backends;
        boolean busy = false;
        // A second attempt takes nobody's turn: else every request of two would meet the same dead one first.
        int first = (tried.isEmpty() ? turn.getAndIncrement() : turn.get()) & Integer.MAX_VALUE;
        for (int i = 0; i < backends.size(); i++) {
            Backend backend = backends.get((first + i) % backends.size());
            if (!tried.contains(backend) && backend.isActive()) {
                if (backend.begin()) {
                    return new Choice(backend, false);
                }
                busy = true;
            }
        }
        throw busy ? new AllBusy(name()) : new NobodyToAsk(name());
    }
}
