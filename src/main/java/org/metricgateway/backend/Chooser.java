package org.metricgateway.backend;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.metricgateway.config.GroupSettings;

/** Chooses who is asked among those that are well; breakers and requests in flight are looked at in that moment. */
final class Chooser {

    private final String group;
    private final Policy first;
    private final Policy again;
    private volatile Pardon pardon;

    Chooser(GroupSettings settings) {
        this.group = settings.name();
        this.first = Policy.of(settings.balance(), false);
        this.again = Policy.of(settings.balance(), true);
    }

    /**
     * @param usable at least one
     * @param tried those to be asked only if there is nobody else
     * @throws AllBusy if those that may be asked have as many requests as they may
     */
    Choice next(Usable usable, Set<Backend> tried) {
        Backend picked = pick(usable, tried);
        return picked != null && picked.begin() ? Choice.of(picked) : nextBest(usable, tried);
    }

    private Backend pick(Usable usable, Set<Backend> tried) {
        if (usable.size() == 1) {
            return tried.isEmpty() ? usable.get(0) : null;
        }
        Policy policy = tried.isEmpty() ? first : again;
        return policy.pick(
                usable,
                one -> !tried.contains(one)
                        && !one.isFull()
                        && isAskable(one, usable)
                        && one.membership().takesTurn());
    }

    private Choice nextBest(Usable usable, Set<Backend> tried) {
        List<Backend> all = usable.fromAnywhere();
        List<Backend> askable =
                all.stream().filter(one -> isAskable(one, usable)).toList();
        // A half-open breaker may have refused the one that was tried, but must not refuse the last one there is.
        return begin(askable, one -> !tried.contains(one))
                .or(() -> begin(askable, tried::contains).map(Choice::force))
                .or(() -> begin(Pardon.leastBadFirst(all), one -> askable.isEmpty())
                        .map(Choice::force))
                .orElseThrow(() -> new AllBusy(group));
    }

    private static Optional<Choice> begin(List<Backend> inOrder, Predicate<Backend> which) {
        return inOrder.stream().filter(which).filter(Backend::begin).findFirst().map(Choice::of);
    }

    private boolean isAskable(Backend backend, Usable usable) {
        return !backend.breaker().isOpen() || pardon(usable).covers(backend);
    }

    private Pardon pardon(Usable usable) {
        Pardon current = pardon;
        if (current == null || !current.holdsFor(usable)) {
            current = new Pardon(usable);
            pardon = current;
        }
        return current;
    }
}
