package org.metricgateway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.metricgateway.support.Configured;

/** Its only backend takes one request at a time, and has one. */
final class HoldTest {

    private final Group group = group("concurrency = 1", "hold.requests = 3", "hold.bytes = 100");
    private final Backend backend = group.backends().get(0);
    private final List<String> ended = new ArrayList<>();

    HoldTest() {
        assertThat(backend.begin()).isTrue();
    }

    private static Group group(String... lines) {
        return Probed.well(new Group(Configured.group("http://a:1", lines)));
    }

    private Held held(Client client, String name) {
        return new Held(group, client, new Tried(), new Held.Waiting() {
            @Override
            public void released(Choice choice) {
                ended.add(name);
            }

            @Override
            public void refused(RuntimeException reason) {
                ended.add(name + " " + reason.getClass().getSimpleName());
            }
        });
    }

    private Client waits(String name, long receivedAt) {
        Client client = new Client(receivedAt, 10);
        assertThat(held(client, name).waits(0)).isTrue();
        return client;
    }

    private void roomForOne() {
        backend.end();
        group.hold().wake();
    }

    @Test
    void releasesInTheOrderOfReceiptAsRoomComes() {
        waits("second", 2);
        waits("third", 3);
        Client first = waits("first", 1);
        assertThat(group.held()).isEqualTo(3);
        assertThat(ended).isEmpty();
        roomForOne();
        assertThat(ended).containsExactly("first");
        assertThat(first.waits()).isZero();
        roomForOne();
        roomForOne();
        assertThat(ended).containsExactly("first", "second", "third");
        assertThat(group.hold().isWaitedIn()).isFalse();
    }

    @Test
    void releasesWhoComesTooLateToBeWoken() {
        backend.end();
        waits("first", 1);
        assertThat(ended).containsExactly("first");
    }

    @Test
    void hasRoomForSoMany() {
        waits("a", 1);
        waits("b", 2);
        waits("c", 3);
        assertThat(held(new Client(4, 0), "d").waits(0)).isFalse();
        roomForOne();
        waits("d", 4);
    }

    @Test
    void hasRoomForSoManyBytes() {
        waits("a", 1);
        assertThat(held(new Client(2, 91), "b").waits(0)).isFalse();
        assertThat(held(new Client(2, 90), "b").waits(0)).isTrue();
        roomForOne();
        assertThat(held(new Client(3, 11), "c").waits(0)).isFalse();
        assertThat(held(new Client(3, 10), "c").waits(0)).isTrue();
    }

    @Test
    void whoRestsIsPassedOver() {
        Client resting = new Client(1, 10);
        held(resting, "resting").waits(TimeUnit.SECONDS.toNanos(1));
        waits("awake", 2);
        roomForOne();
        assertThat(ended).containsExactly("awake");
        roomForOne();
        assertThat(ended).containsExactly("awake");
        resting.over(1);
        assertThat(ended).containsExactly("awake", "resting");
    }

    @Test
    void whoWaitedAsLongAsItMayIsRefused() {
        Client client = waits("first", 1);
        waits("second", 2);
        client.over(0);
        assertThat(ended).containsExactly("first HeldInVain");
        assertThat(group.holdExpired()).isOne();
        roomForOne();
        assertThat(ended).containsExactly("first HeldInVain", "second");
        assertThat(group.held()).isZero();
    }

    @Test
    void whoseClientLeavesIsForgotten() {
        Client client = waits("first", 1);
        waits("second", 2);
        client.leaves();
        assertThat(client.waits()).isZero();
        roomForOne();
        assertThat(ended).containsExactly("first ClientLeft", "second");
        assertThat(group.holdExpired()).isZero();
    }

    @Test
    void waitingMakesNoSenseWhenAllAreExcluded() {
        waits("first", 1);
        waits("second", 2);
        backend.exclude(null, "by hand");
        assertThat(ended).containsExactly("first AllExcluded", "second AllExcluded");
    }

    @Test
    void losesNobodyAmongManyThreads() throws InterruptedException {
        int requests = 5_000;
        int concurrency = 7;
        Group busy = group("concurrency = " + concurrency, "hold.requests = " + requests);
        AtomicInteger most = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(requests);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Held.Waiting asking = new Held.Waiting() {
            @Override
            public void released(Choice choice) {
                most.accumulateAndGet(choice.backend().inFlight(), Math::max);
                threads.execute(() -> {
                    choice.backend().end();
                    busy.hold().wake();
                    all.countDown();
                });
            }

            @Override
            public void refused(RuntimeException reason) {
                refused.incrementAndGet();
            }
        };
        for (int i = 0; i < requests; i++) {
            Client client = new Client(i, 0);
            threads.execute(() -> new Held(busy, client, new Tried(), asking).waits(0));
        }
        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        threads.shutdown();
        assertThat(refused).hasValue(0);
        assertThat(most.get()).isBetween(1, concurrency);
        assertThat(busy.held()).isZero();
        assertThat(busy.backends().get(0).inFlight()).isZero();
    }
}
