package org.metricgateway.backend;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts what happened in the last ten seconds or so, without locks. */
final class Recent {

    private static final int SLOTS = 16;

    /** Of {@link #TICK}: those before the one of the moment. */
    private static final int TICKS = 9;

    /** Bits of nanoseconds: 1.07 s. */
    private static final int TICK = 30;

    private static final int COUNT = 32;

    /** Each holds its tick and a count. */
    private final AtomicLongArray slots = new AtomicLongArray(SLOTS);

    /** @param nanoTime a {@link System#nanoTime()} */
    void add(long nanoTime) {
        long tick = tick(nanoTime);
        int slot = (int) tick & SLOTS - 1;
        long counted;
        long next;
        do {
            counted = slots.get(slot);
            next = counted >>> COUNT == tick ? counted + 1 : tick << COUNT | 1;
        } while (!slots.compareAndSet(slot, counted, next));
    }

    long count(long nanoTime) {
        long now = tick(nanoTime);
        long sum = 0;
        for (int i = 0; i < SLOTS; i++) {
            long counted = slots.get(i);
            long age = now - (counted >>> COUNT) & 0xffff_ffffL;
            sum += age <= TICKS ? counted & 0xffff_ffffL : 0;
        }
        return sum;
    }

    private static long tick(long nanoTime) {
        return nanoTime >>> TICK & 0xffff_ffffL;
    }
}
