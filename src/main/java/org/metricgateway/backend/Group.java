package org.metricgateway.backend;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.metricgateway.config.GroupSettings;

/** A named set of backends that hold the same data. */
public final class Group {

    private final GroupSettings settings;
    private final Chooser chooser;
    private final List<Runnable> whenUsable = new CopyOnWriteArrayList<>();
    private final List<HealthObserver> observers = new CopyOnWriteArrayList<>();
    private final RetryBudget retryBudget = new RetryBudget();
    private final Hold hold;
    private volatile List<Backend> backends = List.of();
    private volatile Usable usable = Usable.of(List.of());
    private boolean wasReady;

    public Group(GroupSettings settings) {
        this.settings = settings;
        this.chooser = new Chooser(settings);
        this.hold = new Hold(this);
        whenUsable(hold::wake);
        become(settings.urls().stream()
                .map(address -> new Backend(address, settings))
                .toList());
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

    /** From now on these are its backends. Who was among them before goes on as before. */
    void become(List<Backend> now) {
        synchronized (this) {
            List<Backend> before = backends;
            now.stream().filter(one -> !before.contains(one)).forEach(one -> one.membership()
                    .begins(this, wasReady));
            backends = List.copyOf(now);
        }
        boolean more = renew();
        observers.forEach(observer -> observer.joinedOrLeft(this));
        if (more) {
            whenUsable.forEach(Runnable::run);
        }
    }

    /** Whether there is a backend to ask: an open breaker is no reason to ask nobody at all. */
    public boolean isReady() {
        return !usable.isEmpty();
    }

    /** @param action runs, on any thread, each time that one of its backends can be asked again */
    void whenUsable(Runnable action) {
        whenUsable.add(action);
    }

    RetryBudget retryBudget() {
        return retryBudget;
    }

    Hold hold() {
        return hold;
    }

    /** How many requests wait until one of its backends can be asked. */
    public int held() {
        return hold.size();
    }

    /** How many requests waited for that in vain. */
    public long holdExpired() {
        return hold.expired();
    }

    /** How many retries its budget did not allow. */
    public long retriesRefused() {
        return retryBudget.refused();
    }

    void watchedBy(HealthObserver observer) {
        observers.add(observer);
    }

    /**
     * The next backend whose turn it is.
     *
     * @param tried in vain already: they are asked again only if there is nobody else
     * @throws NobodyToAsk if none can be asked now: the request may wait
     * @throws AllExcluded if waiting makes no sense
     * @throws AllBusy if those that may be asked have as many requests as they may
     */
    Choice next(Set<Backend> tried) {
        Usable now = usable;
        if (now.isEmpty()) {
            throw isAllExcluded() ? new AllExcluded(name()) : new NobodyToAsk(name());
        }
        return chooser.next(now, tried);
    }

    private boolean isAllExcluded() {
        List<Backend> all = backends;
        return !all.isEmpty() && all.stream().allMatch(Backend::isExcluded);
    }

    void probed(Backend backend, Finding.Outcome outcome) {
        observers.forEach(observer -> observer.probed(backend, outcome));
    }

    /** Something was heard of one of its backends. */
    void changed(Backend backend, Standing before, Standing after) {
        boolean more = renew();
        if (before != after) {
            observers.forEach(observer -> observer.turned(backend, before, after));
        }
        if (more) {
            whenUsable.forEach(Runnable::run);
        } else if (after == Standing.EXCLUDED) {
            // Perhaps the last one: then nobody need wait any longer.
            hold.wake();
        }
    }

    /** @return whether somebody can be asked who could not be asked before */
    private synchronized boolean renew() {
        Usable before = usable;
        Usable now = Usable.of(backends);
        usable = now;
        wasReady |= !now.isEmpty();
        return now.hasMoreThan(before);
    }
}
