package org.metricgateway.admin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.Groups;
import org.metricgateway.config.Amounts;
import org.metricgateway.http.Answers;
import org.metricgateway.http.QueryString;
import org.metricgateway.http.Received;
import org.metricgateway.metric.UnreadableRequest;

/**
 * Takes backends out of service by hand, and puts them back. What they have in flight they finish. The answers are those that tools
 * for hyperbytedb-proxy know.
 */
public final class Exclusions implements Processor {

    private static final int DONE = 200;
    private static final int UNKNOWN = 404;
    private static final int DONE_BEFORE = 409;

    private final Groups groups;

    public Exclusions(Groups groups) {
        this.groups = groups;
    }

    @Override
    public void process(Exchange exchange) {
        Received received = Received.of(exchange);
        NamedBackends named = NamedBackends.of(received.path());
        List<Backend> backends = named.in(groups);
        if (backends.isEmpty()) {
            String pool = named.group().map(group -> "group " + group).orElse("pool");
            Answers.json(exchange, UNKNOWN, unknown("backend " + named.name() + " not found in " + pool));
        } else if (received.path().endsWith("/exclude")) {
            exclude(exchange, named, backends, time(received.query()));
        } else {
            boolean any = backends.stream().filter(Backend::include).count() > 0;
            Answers.json(exchange, DONE, text(any ? "included" : "not_excluded", named, Optional.empty()));
        }
    }

    private static Optional<Duration> time(String query) {
        List<String> times = QueryString.parameters(query, "for");
        if (times.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> time = Amounts.time(times.get(0));
        if (time.isEmpty() || times.size() > 1) {
            throw new UnreadableRequest("for must be one time above 0, such as 30s, 10m or 1h");
        }
        return time;
    }

    private static void exclude(
            Exchange exchange, NamedBackends named, List<Backend> backends, Optional<Duration> time) {
        String reason = "by an operator, "
                + time.map(it -> "for " + it.toMillis() / 1e3 + " s").orElse("until it is included");
        boolean any = backends.stream()
                        .filter(one -> one.exclude(time.orElse(null), reason))
                        .count()
                > 0;
        int status = any ? DONE : DONE_BEFORE;
        Answers.json(
                exchange, status, text(any ? "excluded" : "already_excluded", named, any ? time : Optional.empty()));
    }

    private static String text(String status, NamedBackends named, Optional<Duration> time) {
        return Json.line(json -> {
            json.writeStartObject();
            json.writeStringField("status", status);
            json.writeStringField("ip", NamedBackends.bare(named.name()));
            if (named.group().isPresent()) {
                json.writeStringField("group", named.group().get());
            }
            if (time.isPresent()) {
                json.writeNumberField("for_seconds", time.get().toMillis() / 1e3);
            }
            json.writeEndObject();
        });
    }

    private static String unknown(String message) {
        return Json.line(json -> {
            json.writeStartObject();
            json.writeStringField("status", "error");
            json.writeStringField("message", message);
            json.writeEndObject();
        });
    }
}
