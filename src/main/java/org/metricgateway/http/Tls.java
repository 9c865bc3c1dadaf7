package org.metricgateway.http;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.metricgateway.config.GroupSettings;

/** TLS to backends: their certificates must be signed by the group's CA file, or one the system trusts, and bear their name. */
final class Tls {

    private final Map<String, SslContext> contexts = new ConcurrentHashMap<>();

    SslHandler handler(Channel channel, GroupSettings group, String host, int port) {
        SslHandler handler = contexts.computeIfAbsent(group.name(), name -> contextFor(group))
                .newHandler(channel.alloc(), host, port);
        SSLParameters parameters = handler.engine().getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        handler.engine().setSSLParameters(parameters);
        handler.setHandshakeTimeoutMillis(group.timeouts().connect().toMillis());
        return handler;
    }

    private static SslContext contextFor(GroupSettings group) {
        try {
            SslContextBuilder builder = SslContextBuilder.forClient().sslProvider(SslProvider.JDK);
            group.caFile().ifPresent(file -> builder.trustManager(file.toFile()));
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalStateException("gateway.group." + group.name() + ".tls.ca cannot be used", e);
        }
    }
}
