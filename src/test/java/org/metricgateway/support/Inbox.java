package org.metricgateway.support;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/**
 * What a peer has sent. A thread of its own reads ahead, up to a megabyte, so that the peer's leaving is seen even
 * while nobody wants to read.
 */
final class Inbox extends InputStream {

    private static final byte[] END = {};

    final CountDownLatch ended = new CountDownLatch(1);
    private final BlockingQueue<byte[]> arrived = new ArrayBlockingQueue<>(64);
    private byte[] current = {0};
    private int position = 1;

    static Inbox of(InputStream socket) {
        Inbox inbox = new Inbox();
        Thread reader = new Thread(() -> inbox.readAhead(socket), "inbox");
        reader.setDaemon(true);
        reader.start();
        return inbox;
    }

    @Override
    public int read() throws IOException {
        if (position == current.length) {
            next();
        }
        return current == END ? -1 : current[position++] & 0xff;
    }

    private void next() throws IOException {
        try {
            if (current != END) {
                current = arrived.take();
                position = 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void readAhead(InputStream socket) {
        try {
            copy(socket);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void copy(InputStream socket) throws InterruptedException {
        byte[] block = new byte[16384];
        int count = readFrom(socket, block);
        while (count >= 0) {
            arrived.put(Arrays.copyOf(block, count));
            count = readFrom(socket, block);
        }
        ended.countDown();
        arrived.put(END);
    }

    private static int readFrom(InputStream socket, byte[] block) {
        try {
            return socket.read(block);
        } catch (IOException e) {
            // A reset ends it as well.
            return -1;
        }
    }
}
