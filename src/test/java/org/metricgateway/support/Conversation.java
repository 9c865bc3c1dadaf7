package org.metricgateway.support;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One connection to a {@link ScriptedBackend}, as its replies see it. */
public final class Conversation {

    private final Socket socket;
    private final Inbox in;

    Conversation(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = Inbox.of(socket.getInputStream());
    }

    InputStream in() {
        return in;
    }

    /** Whether neither side has ended it; what the peer sent before may still be unread. */
    public boolean open() {
        return !socket.isClosed() && in.ended.getCount() > 0;
    }

    /** Whether this side has ended it. */
    boolean over() {
        return socket.isClosed();
    }

    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    public void close() throws IOException {
        socket.close();
    }

    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Ends when the peer leaves, or the test. */
    public void awaitPeerGone() throws IOException {
        try {
            in.ended.await();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    public boolean peerLeavesWithin(Duration time) throws IOException {
        try {
            return in.ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Whether the peer ended it, and not this side. */
    boolean peerGone() {
        return !socket.isClosed() && in.ended.getCount() == 0;
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException(e);
    }
}
