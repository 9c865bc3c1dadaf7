package org.metricgateway.house;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One file knows the clients, one file knows the backends; the others know neither. */
final class EndpointRules implements HouseRule {

    private static final Map<String, Set<String>> CONSUMERS = Map.of(
            "netty-http", Set.of("edge", "admin"),
            "timer", Set.of("health", "discovery"));
    private static final Map<String, Set<String>> PRODUCERS = Map.of("netty-relay", Set.of("backend"));

    @Override
    public Stream<String> faults(Project project) {
        return project.items().flatMap(EndpointRules::faults);
    }

    private static Stream<String> faults(Item item) {
        Stream<String> consumer = Stream.of(item.consumes())
                .filter(uri -> item.route() || item.template())
                .filter(uri -> !allowed(CONSUMERS, item, uri))
                .map(uri -> item.fault("may not consume " + uri));
        Stream<String> producers = item.sendsTo()
                .filter(uri -> !allowed(PRODUCERS, item, uri))
                .map(uri -> item.fault("may not send to " + uri));
        Stream<String> options = Stream.concat(Stream.of(item.consumes()), item.sendsTo())
                .filter(uri -> uri.replace("{{?", "").contains("?"))
                .map(uri -> item.fault("has options in its uri, not under parameters: " + uri));
        return Stream.of(consumer, producers, options).flatMap(faults -> faults);
    }

    private static boolean allowed(Map<String, Set<String>> files, Item item, String uri) {
        String scheme = uri.replaceFirst(":.*", "");
        boolean direct = scheme.equals("direct") && uri.length() > "direct:".length();
        return direct
                || files.getOrDefault(scheme, Set.of()).contains(item.file().stem());
    }
}
