package org.metricgateway.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every test class the same {@link InfluxClusters}, started by the first one that asks, and sees after each that the gateway
 * has leaked no buffer.
 */
final class SharedInfluxClusters implements ParameterResolver, AfterAllCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == InfluxClusters.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return clusters(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        clusters(context).gateway().assertNoLeak();
    }

    private static InfluxClusters clusters(ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(Namespace.create(SharedInfluxClusters.class));
        return store.getOrComputeIfAbsent(InfluxClusters.class, any -> start(), InfluxClusters.class);
    }

    private static InfluxClusters start() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            return InfluxClusters.start(Files.createTempDirectory(target, "influxdb"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
