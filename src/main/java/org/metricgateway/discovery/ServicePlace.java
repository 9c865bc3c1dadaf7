package org.metricgateway.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.metricgateway.config.BackendAddress;
import org.metricgateway.discovery.Names.Service;

/**
 * {@code srv:name}: the hosts and ports of a service that come first by priority, with their weights.
 *
 * @param names who knows them
 * @param name of the service
 */
record ServicePlace(Names names, String name) implements Place {

    private static final int HEAVIEST = 1000;

    @Override
    public CompletionStage<List<BackendAddress>> look() {
        return names.services(name).thenCompose(services -> addresses(first(services)));
    }

    private static List<Service> first(List<Service> services) {
        int first = services.stream().mapToInt(Service::priority).min().orElse(0);
        // The root as target says that there is no such service.
        return services.stream()
                .filter(service ->
                        service.priority() == first && !service.target().matches("[.]?"))
                .toList();
    }

    /** Nothing is known unless each of their hosts is: one without an address is left out, one that nobody answers for is not. */
    private CompletionStage<List<BackendAddress>> addresses(List<Service> services) {
        int heaviest = services.stream().mapToInt(Service::weight).max().orElse(0);
        CompletionStage<List<BackendAddress>> all = CompletableFuture.completedFuture(List.of());
        for (Service service : services) {
            CompletionStage<List<BackendAddress>> some =
                    new HostPlace(names, service.target(), service.port()).look(weight(service, heaviest));
            all = all.thenCombine(some, ServicePlace::joined);
        }
        return all;
    }

    private static int weight(Service service, int heaviest) {
        int weight = heaviest <= HEAVIEST ? service.weight() : service.weight() * HEAVIEST / heaviest;
        return Math.max(1, weight);
    }

    private static List<BackendAddress> joined(List<BackendAddress> some, List<BackendAddress> more) {
        List<BackendAddress> joined = new ArrayList<>(some);
        joined.addAll(more);
        return joined;
    }
}
