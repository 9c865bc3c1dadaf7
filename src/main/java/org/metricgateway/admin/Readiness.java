package org.metricgateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
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

    /** @param ready what {@link #isReady} said */
    String text(boolean ready) {
        return Json.text(json -> write(json, ready));
    }

    private long activeBackends() {
        return all.stream()
                .flatMap(group -> group.backends().stream())
                .filter(backend -> backend.standing() == Standing.ACTIVE)
                .count();
    }

    private void write(JsonGenerator json, boolean ready) throws IOException {
        json.writeStartObject();
        json.writeStringField("status", ready ? "ready" : "unready");
        json.writeNumberField("active_backends", activeBackends());
        json.writeBooleanField("stopping", edge.isStopping());
        json.writeArrayFieldStart("without_backend");
        for (Group group : needed) {
            if (!group.isReady()) {
                json.writeString(group.name());
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
