package org.metricgateway.admin;

import java.util.Collection;
import java.util.List;
import org.metricgateway.backend.Group;
import org.metricgateway.backend.Groups;
import org.metricgateway.backend.Standing;
import org.metricgateway.config.Settings;
import org.metricgateway.http.Edge;

/** Whether clients should be sent here: every group that must be ready has a backend to ask, and the gateway is not stopping. */
final class Readiness {

    private final Collection<Group> all;
    private final List<Group> needed;
    private final Edge edge;

    Readiness(Settings settings, Groups groups, Edge edge) {
        this.all = groups.all();
        this.needed = settings.readyGroups().stream().map(groups::named).toList();
        this.edge = edge;
    }

    boolean isReady() {
        return !edge.isStopping() && needed.stream().allMatch(Group::isReady);
    }

    /**
     * As JSON, and put together by hand: whoever waits for a start waits for the first of these.
     *
     * @param ready what {@link #isReady} said
     */
    String text(boolean ready) {
        List<String> without = needed.stream()
                .filter(group -> !group.isReady())
                .map(group -> '"' + group.name() + '"')
                .toList();
        return """
                {
                  "status" : "%s",
                  "active_backends" : %s,
                  "stopping" : %s,
                  "without_backend" : [ %s ]
                }
                """.formatted(
                        ready ? "ready" : "unready", activeBackends(), edge.isStopping(), String.join(", ", without));
    }

    private long activeBackends() {
        return all.stream()
                .flatMap(group -> group.backends().stream())
                .filter(backend -> backend.standing() == Standing.ACTIVE)
                .count();
    }
}
