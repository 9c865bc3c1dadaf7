package org.metricgateway.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Connections that are used in turn. Whoever asks reads all of their answers, on one thread. */
public final class Callers implements AutoCloseable {

    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    private final Selector selector = Selector.open();
    private final List<Caller> all = new ArrayList<>();
    private final Queue<Caller> idle = new ArrayDeque<>();
    private long[] waited;
    private int answered;
    private long lastAnswer;

    private Callers() throws IOException {}

    /** @param port of 127.0.0.1 */
    public static Callers connect(int port, Ask ask, int connections) throws IOException {
        Callers callers = new Callers();
        byte[] request = ask.bytes(true);
        for (int i = 0; i < connections; i++) {
            callers.all.add(Caller.connect(port, request, callers.selector));
        }
        callers.idle.addAll(callers.all);
        return callers;
    }

    /**
     * Asks as fast as answers come.
     *
     * @param together requests in flight
     * @throws IOException if one is not answered, or with another status than 200 or 204
     */
    public void ask(int requests, int together) throws IOException {
        begin(requests);
        for (int sent = 0; answered < requests; ) {
            while (sent < requests && sent - answered < together && !idle.isEmpty()) {
                idle.poll().send(System.nanoTime());
                sent++;
            }
            selector.select(this::read, PATIENCE / 1_000_000);
            checkTime();
        }
    }

    /**
     * Asks at a steady rate, whatever is not answered yet. Who waits for a free connection is waiting too.
     *
     * @return nanoseconds to each answer
     */
    public long[] ask(double perSecond, int seconds) throws IOException {
        int requests = (int) (perSecond * seconds);
        begin(requests);
        Pace pace = new Pace(requests, (long) (1e9 / perSecond), idle);
        while (answered < requests) {
            pace.sendDue();
            selector.selectNow(this::read);
            checkTime();
            pace.awaitNext();
        }
        return waited;
    }

    private void begin(int requests) {
        waited = new long[requests];
        answered = 0;
        lastAnswer = System.nanoTime();
    }

    private void read(SelectionKey key) {
        Caller caller = (Caller) key.attachment();
        try {
            if (caller.isAnswered()) {
                waited[answered++] = caller.waited();
                lastAnswer = System.nanoTime();
                idle.add(caller);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkTime() throws IOException {
        if (System.nanoTime() - lastAnswer > PATIENCE) {
            throw new IOException("no answer for 30 s");
        }
    }

    @Override
    public void close() throws IOException {
        for (Caller caller : all) {
            caller.close();
        }
        selector.close();
    }
}
