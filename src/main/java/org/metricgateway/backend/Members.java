package org.metricgateway.backend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.metricgateway.config.BackendAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets backends join and leave their groups while requests run. Who leaves is asked for nothing more, but finishes its work; who comes
 * back before that goes on as if nothing had been.
 */
public final class Members {

    private static final Logger LOG = LoggerFactory.getLogger(Members.class);

    /** Long enough for whoever chose it at the moment in which it left. */
    private static final long LEAVING_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Groups groups;
    private final BackendRoutes routes;
    private final BackendObserver observer;

    /** With the {@link System#nanoTime()} at which each left. */
    private final Map<Backend, Long> leaving = new LinkedHashMap<>();

    private final Map<String, List<BackendAddress>> told = new HashMap<>();

    public Members(Groups groups, BackendRoutes routes, BackendObserver observer) {
        this.groups = groups;
        this.routes = routes;
        this.observer = observer;
    }

    /** Is done once backends can join. */
    public CompletableFuture<Void> started() {
        return routes.started();
    }

    /** From now on these are the group's backends. It blocks, so not on an event loop. */
    public synchronized void become(String name, List<BackendAddress> addresses) {
        Group group = groups.named(name);
        List<Backend> before = group.backends();
        boolean unchanged = addresses.equals(told.get(name)) && addresses.size() == before.size();
        if (unchanged || routes.isStopping()) {
            return;
        }
        told.put(name, addresses);
        List<Backend> now = members(group, addresses);
        group.become(now);
        if (!now.equals(before)) {
            before.stream().filter(one -> !now.contains(one)).forEach(one -> leaving.put(one, System.nanoTime()));
            leaving.keySet().removeAll(now);
            LOG.info(
                    "group {}: {} joined, {} left; it has {}",
                    name,
                    names(now, before),
                    names(before, now),
                    now.size());
        }
    }

    private static String names(List<Backend> these, List<Backend> butNotThese) {
        String names = these.stream()
                .filter(one -> !butNotThese.contains(one))
                .map(Backend::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "nobody" : names;
    }

    private List<Backend> members(Group group, List<BackendAddress> addresses) {
        Map<String, Backend> known = new LinkedHashMap<>();
        leaving.keySet().stream()
                .filter(one -> one.group() == group.settings())
                .forEach(one -> known.put(one.name(), one));
        group.backends().forEach(one -> known.put(one.name(), one));
        List<Backend> members = new ArrayList<>();
        for (BackendAddress address : addresses) {
            Backend backend = known.get(address.name());
            if (backend == null) {
                join(new Backend(address, group.settings()), members);
            } else if (backend.url().equals(address.url())) {
                backend.weigh(address.weight());
                members.add(backend);
            }
            // Else it has another scheme: its route has the same name, and must be gone first.
        }
        return members;
    }

    private void join(Backend backend, List<Backend> members) {
        try {
            routes.stamp(backend);
            routes.producerFor(backend);
            observer.joined(backend);
            members.add(backend);
        } catch (RuntimeException e) {
            LOG.warn("group {}: {} cannot join", backend.group().name(), backend.name(), e);
        }
    }

    /** Ends those that left and have finished their work. It blocks, so not on an event loop. */
    public synchronized void retire() {
        long now = System.nanoTime();
        Iterator<Map.Entry<Backend, Long>> left = leaving.entrySet().iterator();
        while (left.hasNext() && !routes.isStopping()) {
            Map.Entry<Backend, Long> one = left.next();
            if (now - one.getValue() >= LEAVING_NANOS && one.getKey().retire()) {
                left.remove();
                end(one.getKey());
            }
        }
    }

    private void end(Backend backend) {
        try {
            routes.remove(backend);
        } catch (Exception e) {
            LOG.warn(
                    "group {}: the route of {} cannot be removed",
                    backend.group().name(),
                    backend.name(),
                    e);
        }
        observer.left(backend);
    }
}
