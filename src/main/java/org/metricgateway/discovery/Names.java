package org.metricgateway.discovery;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The Domain Name System. Each look-up ends within seconds: with what there is, which may be nothing, or exceptionally if nobody knows
 * what there is. Its answers come on any thread, which must not be kept waiting.
 */
public interface Names {

    /** The IPv4 addresses of a host, as text. */
    CompletionStage<List<String>> ipv4(String host);

    /** The IPv6 addresses of a host, as text without brackets. */
    CompletionStage<List<String>> ipv6(String host);

    /** The SRV records of a service. */
    CompletionStage<List<Service>> services(String name);

    /**
     * An SRV record.
     *
     * @param priority those with the lowest number are asked, and no others
     * @param weight how often it is asked, beside others; to 65535
     * @param port where it listens
     * @param target the name of its host
     */
    record Service(int priority, int weight, int port, String target) {}
}
