package org.metricgateway.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Steady requests over kept connections, one after the other on each, until told to stop. An answer that does not come,
 * or is wrong, is a fault, and the connection is made anew.
 */
public final class Load implements AutoCloseable {

    /** Between an answer and the next request on its connection. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String url;
    private final List<Turn> turns;
    private final List<Client> clients = new ArrayList<>();
    private final ScheduledExecutorService threads;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger right = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    private Load(String url, int connections, List<Turn> turns) {
        this.url = url;
        this.turns = turns;
        threads = Executors.newScheduledThreadPool(connections, Load::daemon);
    }

    /** @param turns taken in turn */
    public static Load start(String url, int connections, Turn... turns) {
        Load load = new Load(url, connections, List.of(turns));
        for (int i = 0; i < connections; i++) {
            Client client = load.new Client();
            load.clients.add(client);
            load.threads.scheduleWithFixedDelay(client, i, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
        return load;
    }

    /** Waits for so many more right answers. */
    public void awaitAnswers(int more) {
        int enough = right.get() + more;
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(right.get())
                .as("right answers; these were wrong: %s", faults)
                .isGreaterThanOrEqualTo(enough));
    }

    /** How many answers were right. */
    public int right() {
        return right.get();
    }

    /** Each answer that did not come or was wrong. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** How long the slowest request took, answered or not. */
    public Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    /** Asks nothing more, and waits for what was asked. */
    public void stop() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("requests are still unanswered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        clients.forEach(Client::leave);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "load");
        thread.setDaemon(true);
        return thread;
    }

    /** One connection, made when it is needed. */
    private final class Client implements Runnable {

        private volatile RawClient connection;

        @Override
        public void run() {
            int number = asked.getAndIncrement();
            Turn turn = turns.get(number % turns.size());
            long begin = System.nanoTime();
            Optional<String> fault = ask(turn, number);
            long took = System.nanoTime() - begin;
            longest.accumulateAndGet(took, Math::max);
            fault.ifPresentOrElse(
                    what -> faults.add("request %d, %d ms: %s".formatted(number, took / 1_000_000, what)),
                    right::incrementAndGet);
        }

        private Optional<String> ask(Turn turn, int number) {
            try {
                if (connection == null) {
                    connection = RawClient.connect(url);
                }
                return turn.fault(number, connection.send(turn.request(number)).answer());
            } catch (IOException e) {
                leave();
                return Optional.of(e.toString());
            }
        }

        private void leave() {
            RawClient left = connection;
            connection = null;
            try {
                if (left != null) {
                    left.close();
                }
            } catch (IOException e) {
                // It was broken before.
            }
        }
    }
}
