package org.metricgateway.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One connection, on which one request at a time waits for its answer. */
final class Caller implements AutoCloseable {

    private static final int LONGEST = 8 * 1024;

    private final SocketChannel channel;
    private final ByteBuffer request;
    private final ByteBuffer answer = ByteBuffer.allocate(LONGEST);
    private int whole;
    private long from;

    private Caller(SocketChannel channel, byte[] request) {
        this.channel = channel;
        this.request = ByteBuffer.wrap(request);
    }

    static Caller connect(int port, byte[] request, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Caller caller = new Caller(channel, request);
        channel.register(selector, SelectionKey.OP_READ, caller);
        return caller;
    }

    /** @param at when one began to wait for it */
    void send(long at) throws IOException {
        whole = 0;
        answer.clear();
        request.rewind();
        from = at;
        while (request.hasRemaining()) {
            // It is short: there is always room for it.
            channel.write(request);
        }
    }

    /** Nanoseconds. */
    long waited() {
        return System.nanoTime() - from;
    }

    /**
     * Reads what there is.
     *
     * @return whether the answer is whole
     * @throws IOException if it is not going to be, or has another status than 200 or 204
     */
    boolean isAnswered() throws IOException {
        if (channel.read(answer) < 0) {
            throw new EOFException("closed after " + answer.position() + " bytes of an answer");
        }
        if (whole == 0) {
            whole = length();
        }
        return whole > 0 && answer.position() >= whole;
    }

    /** Of head and body; 0 while the head is not there. */
    private int length() throws IOException {
        String text = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return 0;
        }
        if (!text.startsWith("HTTP/1.1 20")) {
            throw new IOException("answered " + text.lines().findFirst().orElse(""));
        }
        return end + 4 + bodyLength(text);
    }

    /** As every server here writes it; a pattern that knew all cases would cost as much as the rest of a request. */
    private static int bodyLength(String head) {
        for (String name : List.of("\nContent-Length: ", "\ncontent-length: ")) {
            int at = head.indexOf(name);
            if (at >= 0) {
                int from = at + name.length();
                return Integer.parseInt(head.substring(from, head.indexOf('\r', from)));
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
