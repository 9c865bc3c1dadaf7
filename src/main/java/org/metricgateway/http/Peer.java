package org.metricgateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.metricgateway.config.Network;

/**
 * Who is at the other end of a client connection.
 *
 * @param address without a port
 * @param trusted whether what it says of who is behind it is believed
 */
public record Peer(String address, boolean trusted) {

    static Peer of(SocketAddress remote, List<Network> trusted) {
        if (remote instanceof InetSocketAddress inet && inet.getAddress() != null) {
            return new Peer(
                    inet.getAddress().getHostAddress(),
                    trusted.stream().anyMatch(network -> network.contains(inet.getAddress())));
        }
        return new Peer("unknown", false);
    }

    /** Tells a backend who asks: adds to what a trusted proxy said, replaces what anybody else said. */
    void introduce(HttpHeaders headers) {
        String host = headers.get(HttpHeaderNames.HOST);
        String before = trusted ? headers.get(EndToEnd.FORWARDED_FOR) : null;
        headers.set(EndToEnd.FORWARDED_FOR, before == null ? address : before + ", " + address);
        if (!trusted || !headers.contains(EndToEnd.FORWARDED_PROTO)) {
            headers.set(EndToEnd.FORWARDED_PROTO, "http");
        }
        if (host != null && (!trusted || !headers.contains(EndToEnd.FORWARDED_HOST))) {
            headers.set(EndToEnd.FORWARDED_HOST, host);
        }
    }
}
