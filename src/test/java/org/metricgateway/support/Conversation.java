package org.metricgateway.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** One connection to a {@link ScriptedBackend}, as its replies see it. */
public final class Conversation {

    private final Socket socket;
    private final Inbox inbox;
    private InputStream in;

    Conversation(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        inbox = Inbox.of(socket.getInputStream());
        in = inbox;
    }

    InputStream in() {
        return in;
    }

    /**
     * Whether it begins with a probe of the gateway's, of which tests need know nothing. Nothing is taken away.
     *
     * @throws EOFException if the peer left without a word
     */
    boolean isProbe() throws IOException {
        ByteArrayOutputStream ahead = new ByteArrayOutputStream();
        int next = inbox.read();
        while (next >= 0) {
            ahead.write(next);
            next = next == '\n' && ends(ahead) ? -1 : inbox.read();
        }
        if (ahead.size() == 0) {
            throw new EOFException();
        }
        in = new SequenceInputStream(new ByteArrayInputStream(ahead.toByteArray()), inbox);
        return text(ahead).toLowerCase(Locale.ROOT).contains("\r\nuser-agent: metric-gateway-probe\r\n");
    }

    private static boolean ends(ByteArrayOutputStream head) {
        return text(head).endsWith("\r\n\r\n");
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** Whether neither side has ended it; what the peer sent before may still be unread. */
    public boolean open() {
        return !socket.isClosed() && inbox.ended.getCount() > 0;
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
            inbox.ended.await();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    public boolean peerLeavesWithin(Duration time) throws IOException {
        try {
            return inbox.ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Whether the peer ended it, and not this side. */
    boolean peerGone() {
        return !socket.isClosed() && inbox.ended.getCount() == 0;
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException(e);
    }
}
