package org.metricgateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.metricgateway.backend.Group;
import org.metricgateway.backend.Groups;
import org.metricgateway.config.Settings;
import org.metricgateway.http.Edge;

/** Whether clients should be sent here: every group that must be ready has a backend to ask, and the gateway is not stopping. */
final class Readiness {

    private final List<Group> needed;
    private final Edge edge;

    Readiness(Settings settings, Groups groups, Edge edge) {
        this.needed = settings.readyGroups().stream().map(groups::named).toList();
        this.edge = edge;
    }

    boolean isReady() {
        return !edge.isStopping() && needed.stream().allMatch(Group::isReady);
    }

    String text() {
        return Json.text(this::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("status", isReady() ? "ok" : edge.isStopping() ? "stopping" : "not ready");
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
