package org.metricgateway.backend;

import java.util.ArrayList;
import java.util.List;
import org.metricgateway.config.GroupSettings;

/** A request whose event loop is whoever calls, and whose time passes when a test says so. */
final class Client implements ClientRequest {

    private final long receivedAt;
    private final int bytes;
    private final List<Runnable> overs = new ArrayList<>();
    private final List<Runnable> lefts = new ArrayList<>();
    private boolean left;

    Client(long receivedAt, int bytes) {
        this.receivedAt = receivedAt;
        this.bytes = bytes;
    }

    @Override
    public long receivedAt() {
        return receivedAt;
    }

    @Override
    public long now() {
        return System.nanoTime();
    }

    @Override
    public int bytes() {
        return bytes;
    }

    @Override
    public Repeatable repeatable(GroupSettings group) {
        return Repeatable.READ;
    }

    @Override
    public boolean isAnswered() {
        return false;
    }

    @Override
    public boolean hasLeft() {
        return left;
    }

    @Override
    public void run(Runnable task) {
        task.run();
    }

    @Override
    public Runnable waits(long nanos, Runnable over, Runnable ifLeft) {
        overs.add(over);
        lefts.add(ifLeft);
        return () -> {
            overs.remove(over);
            lefts.remove(ifLeft);
        };
    }

    /** The time is over for which it waits since the last time but so many. */
    void over(int wait) {
        overs.remove(wait).run();
    }

    void leaves() {
        left = true;
        List.copyOf(lefts).forEach(Runnable::run);
    }

    /** How many waits nobody has ended. */
    int waits() {
        return overs.size();
    }
}
