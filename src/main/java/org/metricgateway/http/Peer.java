package org.metricgateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import io.netty.util.NetUtil;
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

    /** What else proxies say of who is behind them, and the gateway does not. */
    private static final AsciiString[] OTHERS = {
        AsciiString.cached("forwarded"),
        AsciiString.cached("x-forwarded-port"),
        AsciiString.cached("x-forwarded-prefix"),
        AsciiString.cached("x-forwarded-server"),
        AsciiString.cached("x-real-ip"),
    };

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
        if (!trusted) {
            for (AsciiString name : OTHERS) {
                headers.remove(name);
            }
        }
        String host = headers.get(HttpHeaderNames.HOST);
        boolean behind = trusted && headers.contains(EndToEnd.FORWARDED_FOR);
        headers.set(EndToEnd.FORWARDED_FOR, behind ? before(headers) + ", " + address : address);
        if (!trusted || !headers.contains(EndToEnd.FORWARDED_PROTO)) {
            headers.set(EndToEnd.FORWARDED_PROTO, "http");
        }
        if (host != null && (!trusted || !headers.contains(EndToEnd.FORWARDED_HOST))) {
            headers.set(EndToEnd.FORWARDED_HOST, host);
        }
    }

    /** A list may stand in several lines. */
    private static String before(HttpHeaders headers) {
        return String.join(", ", headers.getAll(EndToEnd.FORWARDED_FOR));
    }

    /** An address as it stands in a URL. */
    static String authority(SocketAddress address) {
        return address instanceof InetSocketAddress inet
                ? NetUtil.toSocketAddressString(inet.getAddress().getHostAddress(), inet.getPort())
                : "localhost";
    }
}
