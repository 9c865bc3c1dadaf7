package org.metricgateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.function.Supplier;

/** Ports of 127.0.0.1. */
public final class Ports {

    static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private static final int TRIES = 5;

    private Ports() {}

    /** A port that nobody listened on a moment ago; who binds it must be ready to try another. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts something again, on other ports, while those that it chose are taken before it binds them. */
    static <T> T untilBound(Supplier<T> start) {
        for (int tries = 1; ; tries++) {
            try {
                return start.get();
            } catch (PortTaken e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** @throws PortTaken if somebody listens on one of these */
    public static void requireFree(String who, int... ports) {
        for (int port : ports) {
            requireFree(who, new InetSocketAddress(port));
        }
    }

    /** The same for one address, whose port others may share on theirs. */
    static void requireFree(String who, InetSocketAddress where) {
        if (!isFree(where)) {
            throw new PortTaken(who, where.getPort());
        }
    }

    /** Whether nobody listens there, on this address or on all. */
    private static boolean isFree(InetSocketAddress where) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(where);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
