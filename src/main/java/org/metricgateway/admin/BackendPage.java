package org.metricgateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.Group;
import org.metricgateway.backend.Groups;

/** Every backend, and what it is at. {@code addr} and {@code inflight} are for tools that know them by these names. */
final class BackendPage {

    private final Groups groups;
    private final Function<Backend, Instant> since;

    BackendPage(Groups groups, Function<Backend, Instant> since) {
        this.groups = groups;
        this.since = since;
    }

    String text() {
        return Json.text(json -> {
            json.writeStartArray();
            for (Group group : groups.all()) {
                for (Backend backend : group.backends()) {
                    write(json, backend);
                }
            }
            json.writeEndArray();
        });
    }

    private void write(JsonGenerator json, Backend backend) throws IOException {
        int inFlight = backend.inFlight();
        json.writeStartObject();
        json.writeStringField("address", backend.name());
        json.writeStringField("addr", backend.url().getHost());
        json.writeNumberField("port", backend.port());
        json.writeStringField("group", backend.group().name());
        json.writeStringField("health", health(backend));
        json.writeStringField("breaker", backend.breakerState().toLowerCase(Locale.ROOT));
        json.writeStringField("since", since.apply(backend).toString());
        json.writeNumberField("in_flight", inFlight);
        json.writeNumberField("inflight", inFlight);
        json.writeNumberField("concurrency", backend.group().concurrency());
        json.writeEndObject();
    }

    static String health(Backend backend) {
        return backend.isActive() ? "active" : "down";
    }
}
