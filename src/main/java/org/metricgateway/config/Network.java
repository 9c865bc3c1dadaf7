package org.metricgateway.config;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A network of addresses, such as {@code 10.0.0.0/8} or {@code fd00::/8}.
 *
 * @param address any address in it
 * @param bits how many leading bits its addresses share
 */
public record Network(InetAddress address, int bits) {

    /**
     * @param text an address without a name to look up, with or without {@code /bits}
     * @throws IllegalArgumentException if it is neither
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
        int all = address.getAddress().length * 8;
        int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("not a prefix length of " + all + " bits: " + bits);
        }
        return new Network(address, bits);
    }

    private static InetAddress address(String host) {
        // Anything else would be a name to look up, such as "cafe", or an old way to write numbers, such as "10".
        if (!host.matches("\\d+([.]\\d+){3}|[0-9a-fA-F.]*:[0-9a-fA-F.:]*")) {
            throw new IllegalArgumentException("not an address: " + host);
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + host, e);
        }
    }

    public boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit & 7);
            if ((mine[bit >> 3] & mask) != (theirs[bit >> 3] & mask)) {
                return false;
            }
        }
        return true;
    }
}
