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
import org.metricgateway.support.KairosServer;

/**
 * Gives every test class the same {@link Clusters}, started and filled by the first one that asks, and sees after each
 * that the gateway has leaked no buffer.
 */
final class SharedClusters implements ParameterResolver, AfterAllCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Clusters.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return clusters(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        clusters(context).gateway().assertNoLeak();
    }

    private static Clusters clusters(ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(Namespace.create(SharedClusters.class));
        return store.getOrComputeIfAbsent(Clusters.class, any -> start(), Clusters.class);
    }

    private static Clusters start() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            Clusters clusters = Clusters.start(Files.createTempDirectory(target, "differential"), KairosServer.ROLLUPS);
            clusters.fill();
            return clusters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
