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

    private static final AsciiString HTTP = AsciiString.cached("http");

    private static final List<AsciiString> CLAIMS = List.of(
            EndToEnd.FORWARDED_FOR,
            EndToEnd.FORWARDED_PROTO,
            EndToEnd.FORWARDED_HOST,
            AsciiString.cached("forwarded"),
            AsciiString.cached("x-forwarded-port"),
            AsciiString.cached("x-forwarded-prefix"),
            AsciiString.cached("x-forwarded-server"),
            AsciiString.cached("x-real-ip"));

    static Peer of(SocketAddress remote, List<Network> trusted) {
        if (remote instanceof InetSocketAddress inet && inet.getAddress() != null) {
            return new Peer(
                    inet.getAddress().getHostAddress(),
                    trusted.stream().anyMatch(network -> network.contains(inet.getAddress())));
        }
        return new Peer("unknown", false);
    }

    /** The headers by which a client says who is behind it; only those of trusted ones go further. */
    static List<AsciiString> claims() {
        return CLAIMS;
    }

    /** Tells a backend who asks: adds to what a trusted proxy said, replaces what anybody else said. */
    void introduce(HttpHeaders sent, RequestHead head) {
        String host = sent.get(HttpHeaderNames.HOST);
        boolean behind = trusted && sent.contains(EndToEnd.FORWARDED_FOR);
        head.add(EndToEnd.FORWARDED_FOR, behind ? before(sent) + ", " + address : address);
        if (!trusted || !sent.contains(EndToEnd.FORWARDED_PROTO)) {
            head.add(EndToEnd.FORWARDED_PROTO, HTTP);
        }
        if (host != null && (!trusted || !sent.contains(EndToEnd.FORWARDED_HOST))) {
            head.add(EndToEnd.FORWARDED_HOST, host);
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
