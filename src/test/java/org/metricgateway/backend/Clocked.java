package org.metricgateway.backend;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.metricgateway.config.BackendAddress;
import org.metricgateway.config.GroupSettings;
import org.metricgateway.support.Configured;

/** A group whose backends look at a clock that stands still. */
final class Clocked {

    final Group group;
    private final AtomicLong nanos = new AtomicLong(System.nanoTime());
    private final GroupSettings settings;

    private Clocked(GroupSettings settings, List<BackendAddress> addresses) {
        this.settings = settings;
        this.group = new Group(settings);
        group.become(addresses.stream().map(this::backend).toList());
    }

    /** @param lines without {@code gateway.group.cpu.} */
    static Clocked of(int count, String... lines) {
        return weighted(IntStream.range(0, count).map(i -> 1).toArray(), lines);
    }

    static Clocked weighted(int[] weights, String... lines) {
        List<BackendAddress> addresses = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            addresses.add(new BackendAddress(URI.create("http://b" + i + ":1"), weights[i]));
        }
        return new Clocked(Configured.group("http://elsewhere:1", lines), addresses);
    }

    Backend get(int place) {
        return group.backends().get(place);
    }

    private Backend backend(BackendAddress address) {
        return new Backend(address, settings, nanos::get);
    }

    /** One that joins later. */
    Backend another(String host) {
        return backend(BackendAddress.of(URI.create("http://" + host + ":1")));
    }

    Clocked well() {
        Probed.well(group);
        return this;
    }

    void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    void millis(long millis) {
        passes(Duration.ofMillis(millis));
    }
}
