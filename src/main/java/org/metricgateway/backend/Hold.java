package org.metricgateway.backend;

import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.metricgateway.config.GroupSettings.Holding;

/**
 * The requests that wait until a backend of a group can be asked: in the order of their receipt, bounded by number and bytes, and by
 * the time of each. Whoever makes a backend usable, or room at one, wakes it, on any thread.
 */
final class Hold {

    private final Group group;
    private final Holding limits;
    private final AtomicInteger wakes = new AtomicInteger();
    private final LongAdder expired = new LongAdder();

    /** Guarded by itself, as are the bytes. */
    private final TreeSet<Held> waiting = new TreeSet<>();

    private long bytes;
    private volatile int size;

    Hold(Group group) {
        this.group = group;
        this.limits = group.settings().hold();
    }

    /** Whether nobody may wait in it. */
    boolean isOff() {
        return limits.time().isZero();
    }

    /** Whether a new request has to queue behind others. */
    boolean isWaitedIn() {
        return size > 0;
    }

    int size() {
        return size;
    }

    /** How many waited in vain. */
    long expired() {
        return expired.sum();
    }

    /** What becomes of one that waited as long as it may. */
    HeldInVain expires() {
        expired.increment();
        return HeldInVain.after(group.name(), limits.time());
    }

    /** Whether there was room for it. */
    boolean add(Held held) {
        synchronized (waiting) {
            if (waiting.size() >= limits.requests() || bytes + held.bytes() > limits.bytes()) {
                return false;
            }
            waiting.add(held);
            bytes += held.bytes();
            size = waiting.size();
        }
        return true;
    }

    /** Whether it was still there: whoever took it out decides what becomes of it. */
    boolean remove(Held held) {
        synchronized (waiting) {
            boolean there = waiting.remove(held);
            bytes -= there ? held.bytes() : 0;
            size = waiting.size();
            return there;
        }
    }

    /** Releases as many as can be asked for now. Does not wait for another thread that is about it. */
    void wake() {
        if (size == 0 || wakes.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            release();
            seen = wakes.addAndGet(-seen);
        } while (seen != 0);
    }

    private void release() {
        for (Held held = first(); held != null; held = first()) {
            Choice choice;
            try {
                choice = group.next(held.tried());
            } catch (NobodyToAsk | AllBusy e) {
                return;
            } catch (AllExcluded e) {
                refuse(held, e);
                continue;
            }
            if (remove(held)) {
                held.released(choice);
            } else {
                // It expired meanwhile, or its client left: the next one may have its place.
                choice.backend().end();
            }
        }
    }

    private void refuse(Held held, RuntimeException reason) {
        if (remove(held)) {
            held.refused(reason);
        }
    }

    private Held first() {
        synchronized (waiting) {
            for (Held held : waiting) {
                if (!held.rests()) {
                    return held;
                }
            }
            return null;
        }
    }
}
