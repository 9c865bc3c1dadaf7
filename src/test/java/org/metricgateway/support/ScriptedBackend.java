package org.metricgateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** A server on 127.0.0.1 that does what a {@link Script} says, however wrong, and remembers what it was sent. */
public final class ScriptedBackend implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Script script = new Script();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Request> probes = new CopyOnWriteArrayList<>();
    private final List<Conversation> everyone = new CopyOnWriteArrayList<>();

    /** Without those of probes. */
    private final List<Conversation> connections = new CopyOnWriteArrayList<>();

    private final int port;
    private volatile ServerSocket socket;
    private Thread acceptor;

    private ScriptedBackend() {
        this.port = listen(0);
    }

    /** Answers {@code 200 {}} until its script says otherwise. */
    public static ScriptedBackend start() {
        return new ScriptedBackend();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** What it does next; may be changed at any time. */
    public Script script() {
        return script;
    }

    /** Every request that came whole, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The same of the gateway's probes, which are no requests. */
    public List<Request> probes() {
        return List.copyOf(probes);
    }

    /** How many there have been. */
    public int connections() {
        return connections.size();
    }

    /** How many neither side has ended. */
    public long openConnections() {
        return connections.stream().filter(Conversation::open).count();
    }

    public List<Request> awaitRequests(int count) {
        await("requests", () -> requests.size() >= count);
        return requests();
    }

    /** Waits until a peer has ended its connection. */
    public void awaitPeerGone() {
        awaitPeersGone(1);
    }

    /** Waits until so many connections were ended by the other side. */
    public void awaitPeersGone(int count) {
        await(
                "peers to leave",
                () -> connections.stream().filter(Conversation::peerGone).count() >= count);
    }

    private static void await(String what, Callable<Boolean> there) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(there);
    }

    /** From now on connections are refused; those there are stay. */
    public void refuse() {
        try {
            socket.close();
            // Until it wakes, the port is not closed.
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After {@link #refuse}: again, on the same port. */
    public void accept() {
        listen(port);
    }

    @Override
    public void close() {
        refuse();
        for (Conversation connection : everyone) {
            try {
                connection.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private int listen(int where) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(Ports.LOOPBACK, where), 1000);
            socket = listening;
            acceptor = daemon(() -> acceptAll(listening));
            return listening.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptAll(ServerSocket listening) {
        try {
            while (true) {
                converse(listening.accept());
            }
        } catch (IOException e) {
            // Told to refuse.
        }
    }

    private void converse(Socket peer) throws IOException {
        Conversation conversation = new Conversation(peer);
        everyone.add(conversation);
        daemon(() -> play(conversation));
    }

    private void play(Conversation conversation) {
        try {
            if (conversation.isProbe()) {
                script.playProbe(conversation, everyone.indexOf(conversation) + 1, probes::add);
            } else {
                script.play(conversation, count(conversation), requests::add);
            }
        } catch (IOException e) {
            // The peer left, or the test ended; who cares asks the backend.
        }
    }

    private synchronized int count(Conversation conversation) {
        connections.add(conversation);
        return connections.size();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "scripted-backend");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
