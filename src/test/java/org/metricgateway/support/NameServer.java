package org.metricgateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A name server on 127.0.0.1 that knows what a test tells it; of all else it says that there is no such name. */
public final class NameServer implements AutoCloseable {

    /** What can be asked for, with its number on the wire. */
    public enum Type {
        A(1),
        AAAA(28),
        SRV(33);

        final int number;

        Type(int number) {
            this.number = number;
        }
    }

    private final DatagramSocket socket;
    private final Map<DnsMessage.Question, List<byte[]>> known = new ConcurrentHashMap<>();
    private final Set<DnsMessage.Question> failing = ConcurrentHashMap.newKeySet();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile boolean silent;

    private NameServer() throws SocketException {
        socket = new DatagramSocket(new InetSocketAddress(Ports.LOOPBACK, 0));
    }

    public static NameServer start() {
        try {
            NameServer server = new NameServer();
            Thread thread = new Thread(server::serve, "name-server");
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code gateway.discovery.nameservers} has it. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** How often it was asked. */
    public int questions() {
        return questions.get();
    }

    /** From now on these, or none, are the host's addresses of that type. */
    public void host(String name, Type type, String... addresses) {
        know(name, type, Arrays.stream(addresses).map(DnsMessage::address).toList());
    }

    /** @param records each {@code priority weight port target} */
    public void service(String name, String... records) {
        know(name, Type.SRV, Arrays.stream(records).map(DnsMessage::service).toList());
    }

    private void know(String name, Type type, List<byte[]> records) {
        DnsMessage.Question question = new DnsMessage.Question(name, type.number);
        known.put(question, records);
        failing.remove(question);
    }

    /** From now on it cannot say. */
    public void fail(String name, Type type) {
        failing.add(new DnsMessage.Question(name, type.number));
    }

    /** Whether it answers nothing at all. */
    public void silent(boolean whether) {
        silent = whether;
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[512], 512);
                socket.receive(packet);
                questions.incrementAndGet();
                if (!silent) {
                    byte[] answer = answer(new DnsMessage(packet.getData()));
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private byte[] answer(DnsMessage query) {
        DnsMessage.Question question = query.question();
        if (failing.contains(question)) {
            return query.answer(DnsMessage.SERVER_FAILURE, List.of());
        }
        boolean exists = known.keySet().stream().anyMatch(one -> one.name().equals(question.name()));
        return query.answer(
                exists ? DnsMessage.NO_ERROR : DnsMessage.NO_SUCH_NAME, known.getOrDefault(question, List.of()));
    }

    @Override
    public void close() {
        socket.close();
    }
}
