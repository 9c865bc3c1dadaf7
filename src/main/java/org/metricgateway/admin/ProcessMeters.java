package org.metricgateway.admin;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.metricgateway.http.DirectMemory;
import org.metricgateway.http.Edge;

/** What the process itself is at: its memory, its threads, and how much of the limits is used. */
final class ProcessMeters implements AutoCloseable {

    private final MeterRegistry registry;
    private final JvmGcMetrics collector = new JvmGcMetrics();

    private final AtomicBoolean bound = new AtomicBoolean();

    ProcessMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Only once somebody looks: what Java says of itself takes a twentieth of the start. */
    void bind() {
        if (bound.compareAndSet(false, true)) {
            virtualMachine();
            process();
        }
    }

    private void virtualMachine() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collector.bindTo(registry);
    }

    private void process() {
        show("gateway.direct.memory.used", "bytes", "Memory outside the heap, in buffers", DirectMemory::used);
        show("gateway.direct.memory.limit", "bytes", "Most memory outside the heap", DirectMemory::limit);
        String version = ProcessMeters.class.getPackage().getImplementationVersion();
        Gauge.builder("gateway.info", () -> 1)
                .description("Which version runs")
                .tags("version", version == null ? "unpackaged" : version)
                .tags("java", Runtime.version().toString())
                .register(registry);
    }

    /** The limits of the data port. */
    void watch(Edge edge) {
        show("gateway.requests.in.flight", null, "Requests on their way", edge.requests()::used);
        show("gateway.held", "bytes", "What requests and merges hold", edge.bytes()::used);
        show("gateway.connections", null, "Connections of clients", edge.connections()::used);
    }

    private void show(String name, String unit, String description, Supplier<Number> value) {
        Gauge.builder(name, value).baseUnit(unit).description(description).register(registry);
    }

    @Override
    public void close() {
        collector.close();
    }
}
