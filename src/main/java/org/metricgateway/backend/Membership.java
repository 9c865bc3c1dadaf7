package org.metricgateway.backend;

import java.util.function.LongSupplier;
import org.metricgateway.config.GroupSettings;

/** One backend in its group: whether the group needs it, and how large its part of the requests is. */
final class Membership {

    private final SlowStart slowStart;
    private volatile Group home;
    private volatile boolean late;

    Membership(GroupSettings group, LongSupplier clock) {
        this.slowStart = new SlowStart(group.slowStart(), clock);
    }

    /** @param isLate whether others of the group have been asked before */
    void begins(Group group, boolean isLate) {
        home = group;
        late = isLate;
    }

    boolean isNeeded() {
        return home != null && !home.isReady();
    }

    /** Whether it takes a turn that it is offered: not each one, after it was away. */
    boolean takesTurn() {
        return slowStart.takesTurn();
    }

    void probed(Backend backend, Finding.Outcome outcome) {
        if (home != null) {
            home.probed(backend, outcome);
        }
    }

    void changed(Backend backend, Standing before, Standing after) {
        boolean away = before == Standing.UNKNOWN ? late : before != Standing.EXCLUDED;
        if (after == Standing.ACTIVE && before != after && away) {
            slowStart.begin();
        }
        if (home != null) {
            home.changed(backend, before, after);
        }
    }
}
