package org.metricgateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.Group;
import org.metricgateway.backend.Groups;
import org.metricgateway.backend.ProbeResult;

/**
 * Every backend, and what it is at. {@code addr}, {@code inflight}, {@code consecutive_failures} and {@code last_probe_unix} are for
 * tools that know hyperbytedb-proxy.
 */
final class BackendPage {

    private final Groups groups;
    private final Function<Backend, Instant> breakerSince;

    /** @param breakerSince since when a backend's breaker is in its state */
    BackendPage(Groups groups, Function<Backend, Instant> breakerSince) {
        this.groups = groups;
        this.breakerSince = breakerSince;
    }

    String text() {
        return Json.text(json -> each(json, this::write));
    }

    /** As hyperbytedb-proxy's {@code /admin/pool}, to the order of the fields. */
    String pool() {
        return Json.line(json -> each(json, BackendPage::writePool));
    }

    private interface Row {
        void write(JsonGenerator json, Backend backend) throws IOException;
    }

    private void each(JsonGenerator json, Row row) throws IOException {
        json.writeStartArray();
        for (Group group : groups.all()) {
            for (Backend backend : group.backends()) {
                json.writeStartObject();
                row.write(json, backend);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void write(JsonGenerator json, Backend backend) throws IOException {
        json.writeStringField("address", backend.name());
        json.writeStringField("group", backend.group().name());
        writePool(json, backend);
        json.writeStringField(
                "excluded_until", backend.excludedUntil().map(Instant::toString).orElse(null));
        json.writeStringField("reason", backend.reason());
        json.writeStringField("since", backend.since().toString());
        json.writeStringField("breaker", backend.breakerState().toLowerCase(Locale.ROOT));
        json.writeStringField("breaker_since", breakerSince.apply(backend).toString());
        json.writeNumberField("in_flight", backend.inFlight());
        json.writeNumberField("concurrency", backend.group().concurrency());
        json.writeNumberField("weight", backend.weight());
        json.writeArrayFieldStart("last_probes");
        for (ProbeResult probe : backend.lastProbes()) {
            write(json, probe);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, ProbeResult probe) throws IOException {
        json.writeStartObject();
        json.writeStringField("time", probe.time().toString());
        json.writeBooleanField("passed", probe.passed());
        json.writeNumberField("millis", probe.millis());
        json.writeStringField("what", probe.text());
        json.writeEndObject();
    }

    private static void writePool(JsonGenerator json, Backend backend) throws IOException {
        json.writeStringField("addr", NamedBackends.bare(backend.url().getHost()));
        json.writeNumberField("port", backend.port());
        json.writeStringField("health", backend.health().word());
        json.writeBooleanField("excluded", backend.isExcluded());
        json.writeNumberField("inflight", backend.inFlight());
        json.writeNumberField("consecutive_failures", backend.consecutiveFailures());
        json.writeNumberField(
                "last_probe_unix",
                backend.lastProbes().stream()
                        .mapToLong(probe -> probe.time().getEpochSecond())
                        .findFirst()
                        .orElse(0));
    }
}
