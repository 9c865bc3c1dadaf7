package org.metricgateway.backend;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** One request in the hold of its group. It leaves it once: it is released, refused, expired, or its client left. */
final class Held implements Comparable<Held> {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private static final Runnable NOTHING = () -> {};

    private final long number = NUMBERS.incrementAndGet();
    private final Group group;
    private final Hold hold;
    private final ClientRequest client;
    private final Tried tried;
    private final Waiting asking;
    private volatile boolean resting;
    private Runnable expiry = NOTHING;
    private Runnable rest = NOTHING;

    Held(Group group, ClientRequest client, Tried tried, Waiting asking) {
        this.group = group;
        this.hold = group.hold();
        this.client = client;
        this.tried = tried;
        this.asking = asking;
    }

    /**
     * Begins to wait.
     *
     * @param first how much of the time nobody is asked, in nanoseconds
     * @return false if there is no room
     */
    boolean waits(long first) {
        resting = first > 0;
        if (!hold.add(this)) {
            return false;
        }
        expiry = client.waits(time(), this::expired, this::left);
        if (resting) {
            rest = client.waits(first, this::rested, NOTHING);
        }
        // A backend may have become usable just before it was there to be woken.
        hold.wake();
        return true;
    }

    private long time() {
        long now = System.nanoTime();
        long most = Math.min(group.settings().hold().time().toNanos(), Deadline.of(client, group) - now);
        return tried.timeToHold(now, most);
    }

    Set<Backend> tried() {
        return tried.backends();
    }

    int bytes() {
        return client.bytes();
    }

    /** Whether it must not be asked for yet. */
    boolean rests() {
        return resting;
    }

    private void rested() {
        resting = false;
        hold.wake();
    }

    private void expired() {
        if (hold.remove(this)) {
            end();
            asking.refused(hold.expires());
        }
    }

    private void left() {
        if (hold.remove(this)) {
            end();
            asking.refused(new ClientLeft());
        }
    }

    /** On any thread, after it was taken out of the hold. */
    void released(Choice choice) {
        client.run(() -> {
            end();
            asking.released(choice);
        });
    }

    /** On any thread, after it was taken out of the hold. */
    void refused(RuntimeException reason) {
        client.run(() -> {
            end();
            asking.refused(reason);
        });
    }

    private void end() {
        expiry.run();
        rest.run();
    }

    @Override
    public int compareTo(Held other) {
        long receipt = client.receivedAt() - other.client.receivedAt();
        return receipt != 0 ? Long.signum(receipt) : Long.compare(number, other.number);
    }

    /** Whose request it is. Called on the request's event loop. */
    interface Waiting {

        /** It may be asked of this one now. */
        void released(Choice choice);

        /** It waited in vain. */
        void refused(RuntimeException reason);
    }
}
