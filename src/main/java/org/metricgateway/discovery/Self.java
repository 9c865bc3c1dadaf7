package org.metricgateway.discovery;

import java.net.InetAddress;
import java.util.Optional;
import org.metricgateway.config.BackendAddress;
import org.metricgateway.config.Network;

/** The gateway's own address, which is never a backend's. */
final class Self {

    private final Optional<InetAddress> address;

    /** @param literal an IP address */
    Self(Optional<String> literal) {
        this.address = literal.flatMap(Self::parsed);
    }

    boolean isNot(BackendAddress backend) {
        return address.isEmpty() || !address.equals(parsed(host(backend)));
    }

    /** What two ways to write one backend have in common. */
    static String identity(BackendAddress backend) {
        String host = parsed(host(backend)).map(InetAddress::getHostAddress).orElseGet(() -> host(backend));
        return host + " " + backend.port() + " " + backend.basePath();
    }

    private static String host(BackendAddress backend) {
        return backend.url().getHost().replaceAll("[\\[\\]]", "").toLowerCase(java.util.Locale.ROOT);
    }

    /** None for a name, which is not looked up here. */
    private static Optional<InetAddress> parsed(String host) {
        try {
            return Optional.of(Network.parse(host).address());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
