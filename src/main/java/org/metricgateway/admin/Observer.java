package org.metricgateway.admin;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.Closeable;
import java.time.Instant;
import org.metricgateway.backend.Attempt;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.BackendObserver;
import org.metricgateway.backend.Groups;
import org.metricgateway.config.Settings;
import org.metricgateway.http.Edge;
import org.metricgateway.http.Received;
import org.metricgateway.http.RequestObserver;

/** Sees all that happens on the data port, and lets meters and logs know. */
public final class Observer implements RequestObserver, BackendObserver, Closeable {

    /** Not a bean: a host application has a registry of its own, or wants none. */
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private final RequestMeters requests;
    private final GroupMeters groups;
    private final BackendMeters backends;
    private final ProcessMeters process = new ProcessMeters(registry);
    private final Transitions transitions = new Transitions();
    private final RequestLog log;
    private final Refusals refusals;

    public Observer(Settings settings, Groups groups, Refusals refusals) {
        this.requests = new RequestMeters(registry, groups.all());
        this.groups = new GroupMeters(registry, groups.all());
        groups.watchedBy(this.groups);
        this.backends = new BackendMeters(registry, groups.all());
        this.log = new RequestLog(settings);
        this.refusals = refusals;
        groups.watchedBy(transitions);
    }

    @Override
    public void over(Received request, int status, long bytes, boolean whole) {
        long nanos = request.age();
        requests.over(request, Outcome.of(request, status, whole), nanos);
        log.over(request, status, bytes, nanos);
    }

    @Override
    public void refused(int status, String reason, String client) {
        refusals.refused(status, reason, client);
    }

    @Override
    public void failed(Received request, int status, String reason, Throwable failure) {
        refusals.failed(request, status, reason, failure);
    }

    @Override
    public void attempted(Attempt attempt, Throwable failure) {
        groups.attempted(attempt, AttemptResult.of(attempt, failure));
    }

    @Override
    public void retried(Attempt attempt) {
        groups.retried(attempt);
    }

    @Override
    public void guarded(Backend backend, CircuitBreaker breaker) {
        backends.guarded(backend, breaker);
        transitions.guarded(backend, breaker);
    }

    @Override
    public void joined(Backend backend) {
        backends.joined(backend);
    }

    @Override
    public void left(Backend backend) {
        backends.left(backend);
        transitions.left(backend);
    }

    /** Shows how much of this edge's limits is used. */
    void watch(Edge edge) {
        process.watch(edge);
    }

    /** Since when a backend's breaker is in its state. */
    Instant since(Backend backend) {
        return transitions.since(backend);
    }

    /** Every meter, as Prometheus reads it. */
    String scrape() {
        process.bind();
        return registry.scrape();
    }

    @Override
    public void close() {
        transitions.close();
        process.close();
        registry.close();
    }
}
