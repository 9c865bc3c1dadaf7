package org.metricgateway.discovery;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.metricgateway.config.BackendAddress;
import org.metricgateway.config.HostPort;

/**
 * {@code dns:host:port}: every address of a host, of one family. IPv6 is asked for only where there is no IPv4: a host with both would
 * be two backends else.
 *
 * @param names who knows them
 * @param host whose addresses they are
 * @param port of each
 */
record HostPlace(Names names, String host, int port) implements Place {

    @Override
    public CompletionStage<List<BackendAddress>> look() {
        return look(1);
    }

    /** @param weight of each */
    CompletionStage<List<BackendAddress>> look(int weight) {
        return names.ipv4(host)
                .thenCompose(found -> found.isEmpty() ? names.ipv6(host) : CompletableFuture.completedFuture(found))
                .thenApply(found -> found.stream()
                        .map(address -> URI.create("http://" + new HostPort(address, port)))
                        .map(url -> new BackendAddress(url, weight))
                        .toList());
    }
}
